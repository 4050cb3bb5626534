/** What the clauses of a new document grant. In a checkout: node --conditions=huiqi-source examples/drafting.ts */
import { benefitJson, draftDocument } from 'huiqi/drafting';

const text = '对年营业收入增长10%以上的企业，给予20万元一次性奖励。';
const measure = { number: '1', title: '支持扩大生产', text, span: { start: 0, end: text.length } };

for (const [number, benefits] of draftDocument(text, [measure], { issued: '2024-03-01' }))
  for (const benefit of benefits) {
    const { grade, quote, pays } = benefitJson(benefit);
    console.log(number, grade, quote, JSON.stringify(pays));
  }
