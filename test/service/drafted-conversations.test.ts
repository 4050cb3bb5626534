/** Conversations about documents that nobody annotated: what is missing is asked and nothing else, and a sum stands within three turns. */
import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { createApp } from '../../src/service/app.ts';
import { openStore } from '../../src/store/index.ts';
import { benefitFacts } from '../support/benefit-facts.ts';
import { draftedKnowledge } from '../support/drafted-knowledge.ts';

const textOf = (name: string) =>
  readFileSync(new URL(`../eval/drafted/${name}.txt`, import.meta.url), 'utf8');
const knowledge = draftedKnowledge({ ceramics: textOf('ceramics'), market: textOf('market') });
const DAY = Date.parse('2031-06-01T09:00:00+08:00');

/** What is said, the measure that it is about, and the sum that has to stand in one of the replies. */
const CONVERSATIONS: [turns: string[], measure: string, sum: string][] = [
  [['云山的陶瓷厂做窑炉节能改造有补助吗', '做了，设备购置额500万'], '云山府办发〔2031〕6号#1', '60万元'],
  [['我们参加境外陶瓷展会，展位费能补多少', '参加了', '展位费10万'], '云山府办发〔2031〕6号#6', '5万元'],
  [
    ['新招陶艺专业毕业生有补贴吗', '测算', '新招了6个人，都签了两年劳动合同'],
    '云山府办发〔2031〕6号#5',
    '1.2万元',
  ],
  [['河川县租公共冷库有补贴吗', '我们是小微企业，租金付了8万'], '河川府办规〔2031〕3号#7', '2.4万元'],
  [['河川物流企业评上4A级奖励多少', '评上国家4A级了'], '河川府办规〔2031〕3号#4', '30万元'],
  [['新建陶瓷仓库有什么补助', '新建了7000平方米'], '云山府办发〔2031〕6号#9', '21万元'],
  [
    ['年出口额800万美元的陶瓷企业有奖励吗', '我们就是，年出口额800万美元'],
    '云山府办发〔2031〕6号#10',
    '10万元',
  ],
  [['云仓项目有补助吗，河川县的', '建了云仓，项目实际投入300万'], '河川府办规〔2031〕3号#11', '45万元'],
  [
    ['国家级陶瓷工业设计中心奖励多少', '测算', '我们新获评国家级陶瓷工业设计中心'],
    '云山府办发〔2031〕6号#3',
    '80万元',
  ],
  [['农村物流配送补贴怎么算', '我们在做，一年10万件'], '河川府办规〔2031〕3号#9', '5万元'],
];

const store = await openStore({ memory: true });
afterAll(() => store.close());
const app = createApp({ knowledge, store, clock: { now: () => DAY } });

async function talk(id: string, turns: readonly string[]) {
  const replies = [];
  for (const [place, text] of turns.entries()) {
    const who = { channel: 'test', conversationId: id, senderId: id, isGroup: false, addressedToBot: true };
    const { reply } = await app.answer({ ...who, text, eventId: `${id}-${place}`, receivedAt: DAY });
    replies.push(reply);
  }
  return replies;
}

const told = await Promise.all(
  CONVERSATIONS.map(async ([turns, measure, sum], i) => ({
    measure,
    sum,
    replies: await talk(`c${i}`, turns),
  })),
);

test('eight of ten are told their sum within three turns', () => {
  const reached = told.filter(({ replies, sum }) =>
    replies.some(({ text }) => text.includes(`可得${sum}`) || text.includes(`可得约${sum}`)),
  );
  expect(reached.length).toBeGreaterThanOrEqual(8);
});

test.each(told)('$measure asks for facts of its own rules alone', ({ measure, replies }) => {
  const own = benefitFacts(knowledge, measure);
  for (const asked of replies.flatMap(({ asks }) => asks ?? [])) expect(own).toContain(asked);
});

test('what nobody has ticked is said to be read by the program', () => {
  const sums = told.flatMap(({ replies }) => replies.filter(({ text }) => text.includes('可得')));
  expect(sums.length).toBeGreaterThan(0);
  const unmarked = sums.filter(
    ({ text, amountYuan }) => amountYuan !== null && !text.includes('未经人工核对'),
  );
  expect(unmarked.map(({ text }) => text)).toEqual([]);
});
