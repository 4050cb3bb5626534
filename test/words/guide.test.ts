/** A guide answers with the section that says it, by name and in chat's follow-ups; a grant's own clause stays with the grant. */

import { expect, test } from 'vitest';
import { NO_MEANINGS } from '../../src/facts/index.ts';
import { draftYaml, ingestText } from '../../src/ingest/index.ts';
import { type Knowledge, parsePolicy } from '../../src/policy/index.ts';
import { buildIndex } from '../../src/retrieval/index.ts';
import { answer, answerMeasure } from '../../src/words/answer/index.ts';

const GUIDE = `云溪县食品经营许可证核发办事指南
一、办理对象
在云溪县从事食品销售和餐饮服务的企业、个体工商户。
二、办理条件
（一）有与经营品种相适应的场所；
（二）有专职或者兼职的食品安全管理人员。
三、申请材料
（一）食品经营许可申请书；
（二）营业执照复印件。
四、办理基本流程（含办结时限）
窗口5日内作出是否受理的决定。受理之日起8个工作日内发证。
五、办理地点
云溪县政务服务中心二楼12号窗口。
六、咨询途径
1.邮寄地址：云溪县建设路90号
2.咨询电话：0799-6612345
七、监督投诉渠道
监督投诉电话：0799-6612346
`;
const GRANTS = `云溪县支持企业发展若干措施
一、支持上云。对上云企业给予5万元奖励。
（一）申报材料：上云合同复印件。
二、支持技改。对技改项目按设备投资额的10%给予补助。
云溪县人民政府办公室
2026年6月1日
`;

function policyOf(slug: string, source: string) {
  const yaml = draftYaml(source, ingestText(source, { name: slug }));
  const approved = `${yaml}\napproved: { on: 2026-06-02, by: 审核员 }\n`;
  return parsePolicy(slug, 'policy.yaml', approved, source).file!.policy;
}

const knowledge: Knowledge = {
  policies: [policyOf('guide', GUIDE), policyOf('grants', GRANTS)],
  facts: new Map(),
  trades: [],
  lexicon: [],
  sameThings: [],
  meanings: NO_MEANINGS,
  elsewhere: [],
  places: [],
  departments: [],
};
const index = buildIndex(knowledge);
const today = '2026-07-01';
const ask = (question: string) => answer(index, question, { today });

test.each([
  ['办食品经营许可证要什么材料', '申请材料：“（一）食品经营许可申请书；（二）营业执照复印件。”'],
  ['食品经营许可证在哪里办', '办理地点：“云溪县政务服务中心二楼12号窗口。”'],
  ['食品经营许可证电话多少', '咨询电话：“0799-6612345”'],
  ['食品经营许可证投诉电话多少', '监督投诉电话：“0799-6612346”'],
  [
    '食品经营许可证多久能批下来',
    '审核和发放的时间：“窗口5日内作出是否受理的决定。受理之日起8个工作日内发证。”',
  ],
  ['哪些企业可以申请食品经营许可证', '办理对象：“在云溪县从事食品销售和餐饮服务的企业、个体工商户。”'],
  ['办食品经营许可证有什么条件', '办理条件：“（一）有与经营品种相适应的场所；'],
])('%s', (question, said) => {
  const { text, kind } = ask(question);
  expect(text).toContain(said);
  expect(text).toContain('来源：《云溪县食品经营许可证核发办事指南》');
  expect(kind).toBe('answer');
});

test('what is shown stands word for word in the document', () => {
  const { quotes } = ask('食品经营许可证在哪里办，电话多少');
  expect(quotes).toHaveLength(2);
  for (const quote of quotes) expect(GUIDE).toContain(quote);
});

test('a follow-up about one section is answered from another', () => {
  const told = answerMeasure(index, 'guide#3', { today, question: '电话呢', focus: 'how-to-apply' });
  expect(told?.text).toContain('咨询电话：“0799-6612345”');
});

test('the papers of one grant are not told of another, and its clause stays beside them', () => {
  expect(ask('支持上云要什么材料').text).toMatch(/^支持上云：5万元\n.*上云合同复印件/u);
  expect(ask('支持技改要什么材料').text).not.toContain('上云合同');
});

test('a day is asked for by 到哪天, no place', () => {
  expect(ask('食品经营许可证核发办到哪天').text).not.toContain('办理地点');
});

test('nothing is quoted where nothing stands', () => {
  for (const question of [
    '食品经营许可证',
    '食品经营许可证几点开门',
    '云溪县食品经营许可证核发办事指南怎么申请',
  ])
    expect(ask(question).text).not.toContain('“”');
});
