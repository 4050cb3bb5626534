/** What an amount is asked for (一平补多少, 一个人奖几万), and how a document grants by it (每平方米, 每人). */

interface Unit {
  said: string;
  written: string;
}

/** Units that people and documents call by different words; every other one by its own (一亩 and 每亩). */
const UNITS: readonly Unit[] = [
  { said: '平(?:方)?米?|个平方', written: '平方米?|平米|㎡' },
  { said: '方|立方米?', written: '立方米?|方' },
  { said: '度电?', written: '千瓦时|度|kwh' },
  {
    said: '[大小重空]?柜子?|个[大小重空]?柜子?|个?(?:标|集装)箱',
    written: '标箱|标准箱|个?(?:集装箱|重箱|箱)|teu',
  },
  { said: '个?人|个?(?:员工|工人|学生|客人|游客|博士|硕士)|名', written: '个?人(?!民币)|名|位|员工' },
  { said: '台|辆|部?车|架|套', written: '台|辆|部|架|套' },
  { said: '列|趟|班', written: '列|班|趟|架次' },
  { said: '家店?|个?店', written: '家|店|户|个' },
  { said: '间|个?房间?', written: '间' },
  { said: '张?床(?:位)?', written: '张|床' },
  { said: '个?(?:产品|品种|证|项目|平台)|项|件|款|本', written: '个|项|件|款|部|种|本' },
  { said: '份|张', written: '份|张' },
  { said: '亩地?', written: '亩' },
  { said: '吨', written: '吨' },
  { said: '公里|里路', written: '公里' },
  { said: '单|票', written: '单|票|件' },
  { said: '分钟', written: '分钟' },
  { said: '场', written: '场|次' },
  { said: '餐|顿|客', written: '餐|客|人次|顿' },
];

/** Behind the unit, the amount is asked for at once or by and by: 一亩能领几千 · 一个人一个月给多少. */
const AMOUNT = '[^，,。；;！!？?\\n]{0,10}?(?:多少|几|给|补|奖|领|拿|贴|报)';

const PATTERNS = UNITS.map(({ said, written }) => ({
  asked: new RegExp(`(?:一|每|1)(?:${said})${AMOUNT}`, 'u'),
  written: new RegExp(`每(?:一|1)?(?:新增)?(?:${written})|元/(?:${written})`, 'u'),
}));

/** How the units that a question asks by are written; none: it asks by none. */
export const unitsAsked = (question: string): readonly RegExp[] =>
  PATTERNS.filter(({ asked }) => asked.test(question)).map(({ written }) => written);
