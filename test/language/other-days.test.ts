/** A title that a clause wants in certain days: what is told of other days says nothing of it. */
import { expect, test } from 'vitest';
import { profileOfText } from '../../src/service/index.ts';
import { draftedKnowledge } from '../support/drafted-knowledge.ts';

const knowledge = draftedKnowledge({
  awards: `云溪市绿色发展若干措施
云府发〔2031〕8号
第一条 2030年1月1日至2030年12月31日期间获评省级节水标杆的企业，给予8万元奖励。
第二条 获评省级无废工厂的企业，给予6万元奖励。
云溪市人民政府
2031年3月1日`,
});
const told = (text: string) => Object.keys(profileOfText(knowledge, text, '2031-06-01')).join();

test.each([
  ['去年9月评上了省级节水标杆', '获评省级节水标杆'],
  ['我们评上了省级节水标杆', '获评省级节水标杆'],
  ['今年2月评上了省级节水标杆', ''],
  ['2029年11月评上了省级节水标杆', ''],
  ['今年2月评上了省级无废工厂', '获评省级无废工厂'],
])('%s', (text, fact) => {
  expect(told(text)).toBe(fact);
});
