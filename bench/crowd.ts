/**
 * How well are the shipped documents found among others? `npm run bench crowd [OTHERS]`: the questions of test/eval over the five documents alone, and
 * among documents of other cities that promote other trades, made up sentence by sentence, of which nobody wrote how they are asked for.
 */
import { readFileSync } from 'node:fs';
import type { Knowledge, Measure, Policy } from '../src/policy/index.ts';
import { buildIndex } from '../src/retrieval/index.ts';
import { readKnowledge } from '../src/service/index.ts';
import { answer } from '../src/words/answer/index.ts';
import { type QuestionCase, scoreQuestions } from '../test/eval/score/questions.ts';
import { random } from './random.ts';

const OTHERS = Number(process.argv[3] ?? 300);
const SETS = ['dev', 'own', 'blind', 'blind2'];
const ASKED_ON = '2026-11-20';
const MEASURES = 12;
const SENTENCES = 2;

const next = random(20_261_129);
const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
const words = (text: string) => text.split(' ');

const TRADES = words(
  '茶叶 陶瓷 竹木 纺织 家具 造船 乐器 眼镜 光伏 储能 芯片 软件 动漫 养老 家政 物流 旅游 餐饮 种业 水产 花卉 中药 玩具 皮革 机床 无人机 机器人 数据标注 跨境电商 冷链',
);
const ACTIONS = words(
  '技术改造 扩大生产 增产扩能 新建厂房 租用场地 引进设备 参加展会 开拓市场 申请贷款 购买保险 引进人才 培训员工 招用毕业生 研发新品 建立研发机构 认定示范企业 上市融资 入库升规 节能降耗 数字化转型 创建品牌 制定标准 出口创汇 减免房租 稳定岗位',
);
const GRANTS: readonly (() => string)[] = [
  () => `按实际投入的${5 * (1 + Math.floor(next() * 8))}%给予补助，最高不超过${pick([20, 50, 100, 300])}万元`,
  () => `给予${pick([5, 10, 20, 30, 50])}万元一次性奖励`,
  () => `由主管部门优先推荐申报，并给予政策扶持`,
  () => `给予贷款贴息，期限不超过${pick([1, 2, 3])}年`,
];

function measureOf(like: Measure, number: string, place: number, trade: string): Measure {
  const action = pick(ACTIONS);
  const sentences = Array.from(
    { length: SENTENCES },
    () => `对${trade}企业${pick([action, action, pick(ACTIONS)])}的，${pick(GRANTS)()}。`,
  );
  const title = `支持${trade}企业${action}`;
  const text = `${title}。${sentences.join('')}`;
  return {
    ...like,
    id: `${number}#${place + 1}`,
    number: `${place + 1}`,
    title,
    chapter: null,
    clause: { ...like.clause, start: 0, end: text.length, text },
    responsible: [],
    aliases: [],
    benefits: [],
  };
}

function other(like: Policy, place: number, cities: readonly string[]): Policy {
  const trade = pick(TRADES);
  const city = pick(cities);
  const number = `众府发〔2023〕${1000 + place}号`;
  const measures = Array.from({ length: MEASURES }, (_, at) =>
    measureOf(like.measures[0]!, number, at, trade),
  );
  return {
    ...like,
    slug: `other-${place}`,
    number,
    title: `${city}促进${trade}产业发展若干措施`,
    issuer: null,
    place: city,
    places: [city],
    names: [],
    relations: [],
    successors: [],
    clauses: [],
    chapters: [],
    source: measures.map(({ clause }) => clause.text).join('\n'),
    measures,
  };
}

function readSet(set: string): QuestionCase[] {
  const lines = readFileSync(new URL(`../test/eval/questions.${set}.jsonl`, import.meta.url), 'utf8').split(
    '\n',
  );
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as QuestionCase);
}

const alone = readKnowledge();
const own = new Set(alone.policies.flatMap(({ places }) => places));
const cities = alone.places
  .filter(({ name }) => name.endsWith('市') && !own.has(name))
  .map(({ name }) => name);
const others = Array.from({ length: OTHERS }, (_, place) => other(alone.policies[0]!, place, cities));
const cases = SETS.flatMap(readSet);
for (const [name, knowledge] of [
  ['alone', alone],
  [`among ${OTHERS} others`, { ...alone, policies: [...alone.policies, ...others] }],
] satisfies [string, Knowledge][]) {
  const index = buildIndex(knowledge);
  const answers = cases.map(({ question, today }) => answer(index, question, { today: today ?? ASKED_ON }));
  const score = scoreQuestions(cases, answers, () => false);
  const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
  process.stdout.write(
    `${name}: R@1 ${percent(score.recall1)}, R@3 ${percent(score.recall3)}, real ones refused ${percent(score.refusedOfReal)}, unanswerable ones refused ${percent(score.refusedOfUnanswerable)}, at once ${percent(score.atOnce)}, of those right ${percent(score.atOnceRight)}\n`,
  );
}
