/** What a rate is a share of, and what a sum is paid for each of. */
import { readFigures } from '../figures/index.ts';
import { baseAhead, grownAhead, withoutSubject } from './base-ahead.ts';
import { deedOf } from './each-deed.ts';
import { DEDUCTED, isMatching } from './full-shares.ts';
import type { Per } from './payment.ts';
import type { Marked } from './role.ts';

/** '按其实际购买的应用产品或服务金额的80%' → '实际购买的应用产品或服务金额' */
const TAKEN =
  /(?:按照?|参照|根据|以|给予|予以|给与|补贴|补助|资助|奖励|返还|对(?!象)其?|减免|减收|减少|免收)(?:其|该|企业|单位)?(?<base>[^，,；;：:]{2,60}?)(?:的)?(?:最高|不超过|不高于|最多|比例)?$/u;
/** '展位费最高' · '定期检测费用下浮' · '利息的': a noun of money straight before the figure. */
const COST =
  /(?<base>[^，,；;：:、]{0,40}?(?:费用?|额|款|资金|投入|投资|支出|成本|利息|保费|租金|价款?|贡献|收入|税收?|税额|增量|部分|售价|余额|奖金|财力|总额|产值|票面利息|标准))(?:的|给予|予以|按|下浮|减免|减按|降低|优惠|享受)*(?:最高|不超过|不高于|最多)?$/u;

/** '小微企业的电梯、锅炉、压力容器检验费用按80%收取': the fee of each of the listed things. */
const COST_OF_EACH =
  /的(?<base>(?:[^，,；;：:、的]{1,12}、)+[^，,；;：:、的]{1,20}(?:费用?|租金|保费|税))(?:的|按|下浮|减免|减按|降低|优惠)*$/u;

/** The base of a rate in the document's words; null where the limb does not name it beside the rate. */
export function baseOf(text: string, rate: Marked): { words: string; start: number } | null {
  if (isMatching(rate.figure.text)) return matchedBase(text, rate);
  const found = writtenBase(text, rate);
  if (found === null) return null;
  const own = OF_SOMETHING.exec(found.words)?.groups?.own;
  return own === undefined ? found : { words: own, start: found.start + found.words.length - own.length };
}

/** '获得国家专项资金支持的，按1:1配套' · '按国家资助金额1:1给予配套': the money that it is laid beside. */
function matchedBase(text: string, rate: Marked): { words: string; start: number } | null {
  const beside = writtenBase(text, rate);
  if (beside && /(?:资金|资助|奖励|补助|补贴|经费|金额|额|款)$/u.test(beside.words)) return beside;
  const found =
    /(?:获得?|取得|得到|享受)(?<fund>[^，。；的]{1,16}?(?:资金|资助|奖励|补助|补贴|经费))(?:支持|资助|扶持)?的?/u.exec(
      text.slice(0, rate.start),
    );
  const fund = found?.groups?.fund;
  return fund ? { words: fund, start: found.index + found[0].indexOf(fund) } : null;
}

/** '小微企业和个体工商户电梯、起重机械等项目的定期检测费用': of whom and for what stands before, and is a condition. */
const OF_SOMETHING =
  /^(?=.*(?:[、和或].*等|企业|工商户|单位)).{4,}的(?<own>[^的]{2,24}(?:费用?|租金|保费|利息|金额|支出|成本))$/u;

function writtenBase(text: string, rate: Marked): { words: string; start: number } | null {
  if (rate.figure.text === '免') return freed(text, rate);
  if (rate.figure.text === DEDUCTED) return deducted(text, rate);
  const charged = chargedAt(text, rate);
  if (charged) return charged;
  const inside =
    /^(?:不超过|最高不超过|不高于|最高|不低于|不少于|至少)(?<base>[^\d]{2,40}?)(?:的)?(?=[\d百])/u.exec(
      rate.figure.text,
    )?.groups?.base;
  if (inside) return { words: tidy(inside), start: rate.start + rate.figure.text.indexOf(inside) };
  const before = text.slice(0, rate.start).replace(/(?:的比例)?$/u, '');
  // 第一年租金的50%、第二年租金的30%: each rate with what stands before it.
  const phrase = before.slice(Math.max(0, lastComma(before) + 1)).replace(RATE_BEFORE, '');
  if (/(?:减免|减少|减收|降低|优惠)$/u.test(phrase)) {
    const notCharged = behind(text, rate);
    if (notCharged) return notCharged;
  }
  const found =
    TAKEN.exec(lastTaken(phrase))?.groups?.base ??
    COST_OF_EACH.exec(phrase)?.groups?.base ??
    COST.exec(phrase)?.groups?.base ??
    null;
  const words = found === null ? null : withoutSubject(withoutYearsListed(tidy(found), phrase));
  if (words === null || words.length < 2 || NO_BASE.test(words))
    return behind(text, rate) ?? taxesBefore(text, rate) ?? baseAhead(text, rate.start);
  return { words, start: rate.start - (phrase.length - phrase.lastIndexOf(words)) };
}

const RATE_BEFORE = /^.*\d[%％‰](?:、|和|及|以及|与)(?=[^\d、]{2,}$)/u;

/** 支持比例为: which share it is, not of what. */
const NO_BASE =
  /^(?:.{0,10}(?:比例|标准|幅度|费率|利率|贴息率)(?:为|是)?|顶格|最高|上限|[^\p{Script=Han}]*)$/u;

/** '免收检验检测费用' · '免征房产税、城镇土地使用税': what is not charged stands behind. */
function freed(text: string, rate: Marked): { words: string; start: number } | null {
  const phrase = /^[^，；：]*/u.exec(text.slice(rate.end))![0];
  const words =
    /^[收征缴交](?:其|的)?(?:[\d一二两三四五六七八九十]{1,2}年(?:期)?的?)?(?<base>.{2,40}?)(?:政策|优惠)?$/u.exec(
      phrase,
    )?.groups?.base;
  return words ? { words, start: rate.end + phrase.indexOf(words) } : null;
}

/** '减半征收失业保险费': what is charged at the rate stands behind it. */
function chargedAt(text: string, rate: Marked): { words: string; start: number } | null {
  const words =
    /^(?:征收|收取|计征|缴纳)(?<base>[\p{Script=Han}、]{1,30}?(?:费用?|税|租金))(?:政策|优惠)?(?=[，；。]|$)/u.exec(
      text.slice(rate.end),
    )?.groups?.base;
  return words ? { words, start: rate.end + text.slice(rate.end).indexOf(words) } : null;
}

/** '第二、三年租金': the years end a list that began before, and are when it is paid. */
function withoutYearsListed(base: string, phrase: string): string {
  const isListed = phrase.slice(0, phrase.lastIndexOf(base)).endsWith('、');
  return isListed ? base.replace(/^第?[\d一二三四五六七八九十]+年的?/u, '') : base;
}

/** '依次扣减其当年实际应缴纳的增值税、城市维护建设税': what is deducted from stands behind. */
function deducted(text: string, rate: Marked): { words: string; start: number } | null {
  const words = /^(?:其|该企业)?(?<base>[^，；：。]{4,80})/u.exec(text.slice(rate.end))?.groups?.base;
  return words ? { words, start: rate.end + text.slice(rate.end).indexOf(words) } : null;
}

/** '给予50%的保费补贴' · '减免30%的检验检测费': the base behind the rate. */
function behind(text: string, rate: Marked): { words: string; start: number } | null {
  const rest = text.slice(rate.end);
  const found =
    /^的?(?<base>[\p{Script=Han}]{1,16}?(?:费用?|利息|租金|保费|税|金额|投入|投资|支出|成本|款))(?:补贴|补助|资助|支持|奖励)?(?:[，。、；]|$)/u.exec(
      rest,
    )?.groups?.base;
  return found ? { words: tidy(found), start: rate.end + rest.indexOf(found) } : null;
}

/** '纳入资源税、房产税、印花税等减免范围，按50%减征': the taxes that the sentence has listed. */
function taxesBefore(text: string, rate: Marked): { words: string; start: number } | null {
  if (!/^[^，。]{0,6}减/u.test(text.slice(rate.end))) return null;
  const listed = Array.from(text.slice(0, rate.start).matchAll(TAXES)).at(-1);
  return listed
    ? { words: listed.groups!.list!, start: listed.index + listed[0].indexOf(listed.groups!.list!) }
    : null;
}
const TAXES =
  /(?:^|[，。；]|纳入|对|的|缴纳)(?<list>(?:[\p{Script=Han}]{1,8}(?:税|附加|费)(?:、|和|及|以及)){1,}[\p{Script=Han}]{1,8}(?:税|附加|费))/gu;

/** From the last word of taking on, so that an earlier 对 or 给予 does not swallow the phrase. */
function lastTaken(phrase: string): string {
  const at = Math.max(
    phrase.lastIndexOf('按照'),
    phrase.lastIndexOf('按其'),
    lastOf(phrase, /按(?!照|规定|年|月|季)/gu),
    phrase.lastIndexOf('给予'),
    phrase.lastIndexOf('予以'),
  );
  return at > 0 ? phrase.slice(at) : phrase;
}

const lastOf = (text: string, pattern: RegExp): number =>
  Array.from(text.matchAll(pattern), ({ index }) => index).at(-1) ?? -1;
const lastComma = (text: string): number =>
  Math.max(...['，', ',', '；', '：', ':'].map((mark) => text.lastIndexOf(mark)));

const tidy = (words: string): string =>
  words
    .replace(/^(?:照|其|该|对|采取|实行|不超过|最高|企业的|的|上述|给予|予以|企业(?=[上当实])|，)+/u, '')
    .replace(/^[款件项台家个](?=产品|设备|软件|项目)/u, '')
    .replace(/(?:的|给予|予以|不超过|最高|最多|按|按照|下浮|减免|减按|降低|优惠|享受)+$/u, '')
    .trim();

/** '每件' · '每张证书' · '单条产线' · '元/亩' · '每人每月': what a sum is paid for each of; null: for the whole. */
export function perOf(text: string, amount: Marked): Per | null {
  const from = amount.list?.start ?? amount.start;
  const to = amount.list?.end ?? amount.end;
  const slash = SLASH.exec(text.slice(to))?.groups?.unit;
  if (slash) return per(`元/${slash}`, slash, '');
  // 每张床位给予一次性补助: how often, and nothing that is counted.
  const ahead = text.slice(0, from).replaceAll('一次性', '');
  const before = ahead.slice(-40);
  const phrase = before.slice(lastComma(before) + 1);
  // 每万美元300元: the readers of figures take 美元 for the next figure's.
  const taken = /^(?:美元|欧元|港元|港币|日元)(?=\d)/u.exec(amount.figure.text)?.[0] ?? '';
  const lot = LOT.exec(`${phrase}${taken}`);
  if (lot) {
    const { money, currency } = lot.groups as { money: string; currency: string };
    const unit = FOREIGN.test(currency) ? currency : 'yuan';
    const measured = INCREASE.exec(phrase.slice(0, lot.index))?.groups?.measured ?? null;
    return { words: `每${money}`, unit, noun: '', measured, lot: money };
  }
  const found =
    /(?:每(?:(?<verb>[\p{Script=Han}]{0,6}?)(?:1|一))?|(?<![订清名])单(?=[个家户件条台笔次项款品幢栋张发店人]))(?<unit>平方米|平方公里|立方米|架次|航次|班次|车次|场次|人天|课时|学时|公里|小时|千瓦|[\p{Script=Han}㎡]{1,2}?)(?<noun>(?:\d[\d.]*(?![\d.]|[百千万亿]|[美欧港]?元|个百分点)[\p{Script=Han}]{1,4}?(?:以[上下])?(?=[\p{Script=Han}]{2}))?(?:[\p{Script=Han}A-Z]{0,10}?))(?:分别|各|再|另)?(?:(?:给予|补助|奖励|补贴|资助)[\p{Script=Han}]{0,8}(?:企业|单位|主体|机构|院校|运营方))?(?:按|(?:给予|予以|发放)(?:[\p{Script=Han}]{1,6}?(?=奖励|奖补|补助|补贴|资助))?|奖励|奖补|补助|补贴|资助|支持|发放|补偿|补|奖|增加|就餐|最高|不超过|的?标准|补贴标准|为|年度|每[月年次天日]|，)*$/u.exec(
      phrase,
    );
  if (!found || PERIODIC.test(found.groups!.unit!)) return null;
  const { unit, noun } = unitAndNoun(found.groups!.unit!, found.groups!.noun!);
  const opening = phrase.slice(0, found.index);
  const measured =
    (MEASURED.exec(opening) ?? INCREASE.exec(opening) ?? INCREASE.exec(aheadOf(ahead, found[0])))?.groups
      ?.measured ?? (opening === '' ? grownAhead(text.slice(0, from), phrase) : null);
  const words = found[0].replace(/(?:分别|给予|予以|奖励|补助|补贴|资助|按|发放|，).*$/u, '');
  const { verb } = found.groups!;
  return { words, unit, noun, measured, ...(verb && noun !== '' && { deed: deedOf(verb, noun) }) };
}

/** 1200元/人的标准, 300元/人·月 */
const SLASH =
  /^[／/](?<unit>[\p{Script=Han}㎡]{1,6}?(?:[·•/／][\p{Script=Han}]{1,3}?)?)(?=$|[^\p{Script=Han}㎡·•/／]|的|给|予|补|奖|资助|支持|标准|计|发放|封顶|为限|以内|进行|执行|分)/u;

/** '按实际烘干量每吨', '按照新增装机容量每千瓦': what is counted stands before the unit. */
const MEASURED =
  /按(?:照)?(?:其|企业)?(?<measured>[^，按]{0,18}?(?:量|数|面积|容量|规模|里程|吨位|功率|产能|能力|台时|人次|人数))(?:，|、|给予|补贴|的)*$/u;

/** '每1美元' · '每万美元' · '每出口100万元': so much money of which a sum is paid. 每增加 is a step. */
const LOT =
  /每(?:出口|进口|实现|到位|投入|投资|融资|销售|交易|完成)?(?<money>(?:1|一|\d+)?(?:百万|千万|万|亿)?(?<currency>美元|欧元|港元|港币|日元|元))(?:人民币)?[^，、每\d]{0,8}$/u;
const FOREIGN = /美元|欧元|港元|港币|日元/u;

/** '进口增量部分' · '净增部分，按': what is paid for is how much more it is. */
const INCREASE =
  /(?:^|[，；、的])(?<measured>(?:其|年)?[\p{Script=Han}]{0,8}?(?:净增|增量|新增|增长)(?:量|额)?(?:的)?部分|[\p{Script=Han}]{0,8}?增量)(?:，|的|按照?|给予)*$/u;

/** With the phrase before, where 每 opens its own. */
function aheadOf(ahead: string, found: string): string {
  const at = ahead.lastIndexOf(found);
  return at < 0 ? '' : ahead.slice(Math.max(0, at - 16), at);
}

/** 每标箱, 每吨标准煤: as far as the reader of figures reads one of them. */
function unitAndNoun(unit: string, noun: string): { unit: string; noun: string } {
  const [one] = readFigures(`1${unit}${noun}`);
  const read = one?.kind === 'count' && one.start === 0 ? one.text.slice(1) : '';
  return read.length > unit.length
    ? { unit: read, noun: `${unit}${noun}`.slice(read.length) }
    : { unit, noun };
}

/** 每年, 每月: when, not for what. */
const PERIODIC = /^(?:年|月|季|次性|天|日|批)/u;
const per = (words: string, unit: string, noun: string): Per => ({ words, unit, noun, measured: null });

/** 每家企业, 单个单位: the one who applies, so that the sum is simply theirs. */
export const isApplicant = ({ unit, noun }: { unit: string; noun: string }): boolean =>
  /^[家户]/u.test(unit) ||
  (/^[个位]/u.test(unit) && /(?:企业|单位|机构|主体|公司|园区|平台|基地|中心|示范区)$/u.test(noun)) ||
  /^(?:企业|单位)/u.test(unit);
