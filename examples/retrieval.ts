/** Which measures answer a question, and how surely. In a checkout: node --conditions=huiqi-source examples/retrieval.ts */
import { buildIndex, find, nameOf } from 'huiqi/retrieval';
import { readKnowledge } from 'huiqi/service';

const index = buildIndex(readKnowledge());
const { band, ranked } = find(index, '端午没停工有没有补贴', { today: '2022-06-20' });

console.log(band);
for (const { entry, score } of ranked.slice(0, 3)) console.log(nameOf(entry), score.toFixed(2));
