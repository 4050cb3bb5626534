/** How to apply: what the document says elsewhere is told, what stands nowhere is called missing, and only what was asked for. */
import { expect, test } from 'vitest';
import { draftYaml, ingestText } from '../../src/ingest/index.ts';
import { type Policy, parsePolicy } from '../../src/policy/index.ts';
import { guideOf, missingLine } from '../../src/words/answer/missing.ts';

const SOURCE = `关于组织申报2026年度技术改造补助的通知
某工信〔2026〕12号
各县（市、区）工信局：
现将有关事项通知如下：
一、支持范围和标准
对设备投资200万元以上的技术改造项目，按设备投资额的10%给予补助。
二、申报材料
（一）申报书一式三份；
（二）营业执照复印件。
三、申报时间和方式
企业于2026年9月30日前登录某某市企业服务平台填报。
四、联系方式
某某市工信局技改科，咨询电话：0791-12345678。
某某市工业和信息化局
2026年6月1日
`;

function policyOf(source: string): Policy {
  const { file } = parsePolicy(
    'notice',
    'policy.yaml',
    draftYaml(source, ingestText(source, { name: 'notice' })),
    source,
  );
  return file!.policy;
}
const policy = policyOf(SOURCE);
const [grant] = policy.measures;
const told = (question: string) =>
  missingLine(question, grant!.clause.text, '某某市工信局', guideOf(policy, grant!));

test.each([
  ['要准备什么材料', /^申请材料：（一）申报书一式三份；\s?（二）营业执照复印件。$/u],
  ['电话是多少', /^联系电话：.*0791-12345678。$/u],
  ['怎么申请', /^办理流程：企业于2026年9月30日前登录某某市企业服务平台填报。$/u],
  ['多久能批下来', /^审核和发放的时间，文件没有写，可问某某市工信局。$/u],
])('%s', (question, line) => {
  expect(told(question)).toMatch(line);
});

test('what one measure says of applying is not said of another', () => {
  const two = policyOf(`某某市支持企业发展若干措施
一、支持上云。对上云企业给予5万元奖励。
（一）申报材料：上云合同复印件。
二、支持技改。对技改项目给予10万元补助。
某某市人民政府办公室
2026年6月1日
`);
  expect(guideOf(two, two.measures[0]!).map(({ part }) => part)).toEqual(['材料']);
  expect(guideOf(two, two.measures[1]!)).toEqual([]);
});
