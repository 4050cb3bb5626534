/** Which sentences of a clause are shown: those that have the value asked for, and what the clause leaves out. */

import { expect, test } from 'vitest';
import { NO_MEANINGS } from '../../src/facts/index.ts';
import { draftYaml, ingestText } from '../../src/ingest/index.ts';
import { type Knowledge, parsePolicy } from '../../src/policy/index.ts';
import { buildIndex } from '../../src/retrieval/index.ts';
import { answer } from '../../src/words/answer/index.ts';

const today = '2026-07-01';

const GRANTS = `云溪市人民政府关于印发云溪市促进商贸流通若干措施的通知

云政发〔2026〕9号

云溪市促进商贸流通若干措施

1.支持电动货车推广。对新购置并在本市注册登记的电动货车，4.5吨以上的每辆补助1万元，4.5吨以下的每辆补助4000元，单个企业每年补助不超过20辆，购置时间以发票载明的日期为准，补助资金由市级财政统筹安排。享受补助的车辆3年内不得转让过户。
2.支持企业办展。对举办专业展览的企业，按场租实际支出的30%给予补助，单场最高20万元，每家企业每年不超过2场，展览面积按实际使用的室内面积计算，场租以合同和发票为准。赠送的礼品不计入支出。
3.支持企业挂牌。推动更多企业进入资本市场。（责任单位：市金融局、市财政局）对首次在云溪股权中心挂牌的企业，给予12万元奖励。（责任单位：市金融局）
4.支持设备更新。对更新设备的企业，按设备投资额的10%给予补助。
5.支持设备贷款。对设备贷款，按利息的40%给予贴息。
6.享受第4条补助的企业可同时享受第5条贴息。

云溪市人民政府
2026年6月1日
`;
const ELSEWHERE = `溪南县人民政府关于印发溪南县工业发展若干措施的通知

溪政发〔2026〕3号

溪南县工业发展若干措施

1.支持设备更新。对更新设备的企业，给予5万元补助。
2.附则。同一项目按就高不就低和不重复享受的原则执行。

溪南县人民政府
2026年6月1日
`;

function policyOf(slug: string, place: string, source: string) {
  const yaml = draftYaml(source, ingestText(source, { name: slug }));
  const { policy } = parsePolicy(slug, 'policy.yaml', yaml, source).file!;
  return { ...policy, place, places: [place] };
}

const knowledge: Knowledge = {
  policies: [policyOf('grants', '云溪市', GRANTS), policyOf('elsewhere', '溪南县', ELSEWHERE)],
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
const ask = (question: string) => answer(index, question, { today });

test('the sentence with the span asked for is shown beside the grant', () => {
  expect(ask('云溪市领了补助新购置的电动货车，几年不能卖').text).toContain('3年内不得转让过户');
});

test('whoever asks whether something counts is shown what does not', () => {
  expect(ask('云溪市企业办专业展览，送出去的东西给补吗').text).toContain('赠送的礼品不计入支出');
});

test('what stands behind departments named within a clause is found and quoted, word for word', () => {
  const { measures, text, quotes } = ask('云溪股权中心首次挂牌奖多少钱');
  expect(measures[0]?.id).toBe('云政发〔2026〕9号#3');
  expect(text).toContain('给予12万元奖励');
  expect(text).not.toContain('没有写');
  for (const quote of quotes) expect(GRANTS).toContain(quote);
});

test('what may be had together is told by the document asked about, never by that of another place', () => {
  const { measures, text } = ask('云溪市设备更新补助领了，设备贷款贴息还能一起享受吗');
  expect(measures[0]?.id).toBe('云政发〔2026〕9号#6');
  expect(text).not.toContain('溪政发〔2026〕3号');
});
