/** Colleagues who use one enterprise's profile together by a code: where the office allows it, and for as long as each of them wants. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clockOn } from '../../src/contract/index.ts';
import {
  type App,
  auditTrail,
  createApp,
  ownData,
  profileOf,
  type Store,
  tellProfile,
} from '../../src/service/index.ts';
import { openStore } from '../../src/store/index.ts';
import { privacyWords } from '../../src/words/index.ts';
import { shippedKnowledge } from '../support/shipped.ts';

const knowledge = shippedKnowledge();
let store: Store;
let app: App;
beforeEach(async () => {
  store = await openStore({ memory: true });
  app = appWith(true);
});
afterEach(() => store.close());

const appWith = (isShared: boolean): App =>
  createApp({ knowledge, store, clock: clockOn('2022-06-20'), isShared });

let event = 0;
async function say(senderId: string, text: string, group?: string): Promise<string> {
  event += 1;
  const { reply } = await app.answer({
    channel: 'test',
    conversationId: group ?? senderId,
    senderId,
    isGroup: group !== undefined,
    addressedToBot: true,
    text,
    eventId: `e${event}`,
    receivedAt: event,
  });
  return reply.text;
}
const profile = (senderId: string) => profileOf(app, { channel: 'test', senderId });
const codeIn = (text: string): string => /[A-Z2-9]{4}-[A-Z2-9]{4}/u.exec(text)?.[0] ?? '';

/** Li begins, Wang joins. */
async function together(): Promise<string> {
  await say('li', '我们是制造业企业，每天在岗312人');
  const code = codeIn(await say('li', '共享企业资料'));
  expect(await say('wang', `加入 ${code.toLowerCase()}`)).toContain('已加入');
  return code;
}

test('what one tells the other knows; what either tells later counts; each sees on which words it rests', async () => {
  await together();
  expect(await profile('wang')).toMatchObject({ manufacturing: true, dailyOnDutyHeadcount: 312 });
  expect(await say('wang', '我的资料')).toContain('312');
  await say('wang', '每天在岗改成302人');
  expect((await profile('li')).dailyOnDutyHeadcount).toBe(302);
  await say('li', '每天在岗其实是310人');
  expect((await profile('wang')).dailyOnDutyHeadcount).toBe(310);
  expect(await say('wang', '端午没停产，用电涨了12%，不停工补贴能拿多少')).toContain('5万元');
  await say('wang', '删掉在岗人数');
  expect((await profile('li')).dailyOnDutyHeadcount).toBeUndefined();
});

test('a form on the page is told to all of them too', async () => {
  await together();
  await tellProfile(app, { channel: 'test', senderId: 'wang' }, { dailyOnDutyHeadcount: 299 }, 1);
  expect((await profile('li')).dailyOnDutyHeadcount).toBe(299);
  expect((await profile('wang')).manufacturing).toBe(true);
});

test('who joins keeps what they told before, apart', async () => {
  await say('wang', '我们是餐饮企业');
  await together();
  expect((await profile('wang')).trade).toBeUndefined();
  expect(await say('wang', '退出共享')).toContain('已退出');
  expect(await profile('wang')).toEqual({});
});

describe('sharing ends', () => {
  test('for one who leaves: what they told goes with them, the rest stays', async () => {
    await together();
    await say('wang', '工业用电量增长了12%');
    expect((await profile('li')).industrialElectricityGrowth).toBeDefined();
    await say('wang', '退出共享');
    expect((await profile('li')).industrialElectricityGrowth).toBeUndefined();
    expect((await profile('li')).dailyOnDutyHeadcount).toBe(312);
    expect((await profile('wang')).dailyOnDutyHeadcount).toBeUndefined();
    expect((await profile('wang')).industrialElectricityGrowth).toBeDefined();
  });

  test('for all when who began it stops it, and the code with it', async () => {
    const code = await together();
    expect(await say('li', '停止共享')).toContain('已停止');
    expect(await profile('wang')).toEqual({});
    expect(await say('zhao', code)).toContain('没有用');
  });

  test.each(['li', 'wang'])('when %s is forgotten, with all of their words', async (gone) => {
    await together();
    await say('wang', '工业用电量增长了12%');
    await say(gone, '忘记我');
    await say(gone, '是');
    const kept = await profile(gone === 'li' ? 'wang' : 'li');
    expect([kept.dailyOnDutyHeadcount, kept.industrialElectricityGrowth]).toEqual(
      gone === 'li' ? [undefined, 0.12] : [312, undefined],
    );
    const trail = await auditTrail(store, { limit: 20 });
    expect(JSON.stringify(trail)).not.toContain(`"${gone}`);
  });

  test('when the office no longer allows it', async () => {
    await together();
    app = appWith(false);
    expect(await profile('wang')).toEqual({});
    expect(await say('wang', '我的资料')).not.toContain('312');
  });
});

test('a code is good for a day, for nobody who has it themselves, and a new one ends it', async () => {
  const first = await together();
  expect(await say('li', first)).toContain('您自己的');
  const second = codeIn(await say('li', '共享企业资料'));
  expect(await say('zhao', first)).toContain('没有用');
  expect(await say('zhao', second)).toContain('已加入');
  expect(await say('wang', '共享企业资料')).toContain('发起共享的同事');
  await store.transaction(async ({ notes }) => {
    const [code] = await notes.of({ channel: 'test', senderId: 'li' }, 'share-code', store.now());
    await notes.put({ ...code!, expiresAt: store.now() - 1 });
  });
  expect(await say('sun', second)).toContain('没有用');
});

test('in a group nothing is shared, and nothing of the others is shown', async () => {
  await together();
  expect(await say('li', '共享企业资料', 'group')).toContain('单独发给我');
  expect(await say('wang', '我的资料', 'group')).not.toContain('312');
});

test('who begins again is told that what colleagues told is still used', async () => {
  await together();
  expect(await say('wang', '重新开始')).toContain('同事说的情况还在用');
  expect((await profile('wang')).dailyOnDutyHeadcount).toBe(312);
});

test('who began, joined and left stands in the audit and in one’s own data, without codes', async () => {
  const code = await together();
  await say('wang', '退出共享');
  const trail = await auditTrail(store, { limit: 10 });
  expect(trail.map(({ action }) => action)).toEqual(['share.leave', 'share.join', 'share.begin']);
  expect(JSON.stringify(trail)).not.toContain(code.replace('-', ''));
  const own = await store.transaction((records) =>
    ownData(records, { channel: 'test', senderId: 'li' }, store.now()),
  );
  expect(own.和同事共享).toMatchObject([{ 由您发起: true }]);
});

test('where the office does not allow it, the words mean nothing and the privacy page says nothing of it', async () => {
  app = appWith(false);
  expect(await say('li', '共享企业资料')).not.toContain('共享码');
  expect(await say('li', 'ABCD-2345')).not.toContain('共享');
  const kept = { idleDays: 0, ticketDays: 0, questionDays: 0 };
  const titles = (isShared: boolean) => privacyWords.parts({ ...kept, isShared }).map(([title]) => title);
  expect(titles(false)).not.toContain('和同事一起用');
  expect(titles(true)).toContain('和同事一起用');
});
