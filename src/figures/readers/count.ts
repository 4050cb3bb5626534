import type { AmountDraft } from '../draft.ts';
import { matchAt } from '../matches.ts';
import { bareUnitCounts } from '../number/bare.ts';
import type { NumberToken } from '../number/number-token.ts';
import { draftOf } from './amount.ts';

/** Classifiers and units of measure, the longer before the shorter. */
const CLASSIFIERS = [
  '人次|人民|号(?:人|员工|职工|工人)|人(?!民|才|均|事|工|力)|名(?!单|录|称|义|下|优)|位(?!置|于)|个人(?![所独信账消申])|个(?!人|体|税|性|别)|家(?!庭|具|电|居|长)|户(?!籍|口|外)|台(?!湾|账|阶)|套(?!餐|路)|辆|件(?!套)|项(?!目)|项(?=目)|次(?!日|年|月|要|级|元)|种(?!植|子|粮|业)|倍|批(?!复|准|发|次)|批次|份(?!额)|篇|座|栋|幢|间(?!接|隔)|层(?!级|次|面)|条(?=(?:生)?产线|线|建议|意见|信息|龙|短信|航线|道路)|支(?!持|付|出|撑|部|柱)|款(?!项)|笔|单(?=$|[,，。])|只(?![要有能需是在会到给拿剩报收用批发补交付来为])|张(?!贴)|本(?=$|书|证|[,，。])|颗|粒|瓶|箱|包(?!括|含|装|容)|所(?!有|属|以|在|得|需)|艘|架|口(?=井)|头(?=牛|猪|$)|门(?=课|$)|场(?!地|所|景|合|外|内)|轮(?!流|换|胎|岗)|遍|趟|回(?=$|[,，。了])|组|对(?=$|[,，。夫])|队(?!伍)|员工|职工|工人|学生|床(?=位|$)',
  '吨(?:标准煤|标煤)?|千克|公斤|斤|克|亩|公顷|平方公里|平方千米|平方米|平方|平米|平(?![均台等时衡稳安行常价整])|㎡|m²|立方米|立方|公里|千米|厘米|毫米|米|千伏安|千伏|千瓦时|千瓦|kVA|kV|兆瓦时?|度(?!假)|kWh|KWh|kwh|kW|MW|GW|km|kg|KG|cm|mm|MB|GB|TB|岁|TEU|标箱|英里|英尺|平方英尺|升|毫升|字|页|行(?=$|[,，。])|桶|标准箱|期(?![间限末初货待权])|课时|学时|车次|点(?=$|[,，。分])',
].join('|');

const UNIT = new RegExp(`(?:余|多|来)?(?<unit>${CLASSIFIERS})`, 'uy');

/** Who is two or three of them, not how many: 咱俩, 他们仨, 哥俩. */
const PAIR_OF_PEOPLE = /[咱们哥姐弟妹爷娘夫妻他她你我这那]$/u;

/** 俩博士, 仨硕士: 两个 and 三个 in one character. */
function readFused(number: NumberToken, text: string): AmountDraft | null {
  if (PAIR_OF_PEOPLE.test(text.slice(Math.max(0, number.start - 1), number.start))) return null;
  const person = text[number.end] === '人' ? 1 : 0;
  return draftOf(number, 'count', person ? '人' : '个', 1, { end: number.end + person }, 'count');
}

/** 350人, 20万人次, 三家, 2.5倍, 100亩. A bare 百家 counts only before a bound word. */
export function readCount(number: NumberToken, text: string): AmountDraft | null {
  if (number.text === '俩' || number.text === '仨') return readFused(number, text);
  const match = matchAt(UNIT, text, number.end);
  if (!match || /^[余多来]/u.test(match[0])) return null;
  // 20与30间: between, no rooms.
  if (
    match.groups!.unit === '间' &&
    /[与和及至到] ?$/u.test(text.slice(Math.max(0, number.start - 2), number.start))
  )
    return null;
  const end = number.end + match[0].length;
  if (number.bare && !bareUnitCounts(text, number.start, end)) return null;
  // 三百号人 are people like any others.
  const unit = match.groups!.unit!.replace(/^号/u, '');
  return draftOf(number, 'count', unit, 1, { end }, 'count');
}
