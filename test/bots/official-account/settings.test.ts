import { expect, test } from 'vitest';
import { silentLog } from '../../../bots/log.ts';
import { configuredChannels } from '../../../bots/registry.ts';
import { realTiming } from '../../../bots/timing.ts';
import { ACCOUNT } from '../../support/official-account-stub.ts';

const ALL = {
  WECHAT_OA_APPID: ACCOUNT.appId,
  WECHAT_OA_SECRET: ACCOUNT.secret,
  WECHAT_OA_TOKEN: ACCOUNT.token,
  WECHAT_OA_AES_KEY: ACCOUNT.aesKey,
};

test('the channel is made from its settings, with an edge to mount', async () => {
  const [configured] = configuredChannels(ALL);
  const channel = await configured?.create({ timing: realTiming(), log: silentLog });
  expect(channel).toMatchObject({
    name: 'official-account',
    capabilities: { push: 'window', windowMs: 172_800_000, textLimit: { max: 2_048, unit: 'bytes' } },
    edge: { path: '/wechat/official-account' },
  });
});

test.each([
  ['WECHAT_OA_SECRET', { WECHAT_OA_APPID: ACCOUNT.appId }],
  ['WECHAT_OA_APPID', { ...ALL, WECHAT_OA_APPID: 'gh_123' }],
  ['WECHAT_OA_TOKEN', { ...ALL, WECHAT_OA_TOKEN: 'a b' }],
  ['WECHAT_OA_AES_KEY', { ...ALL, WECHAT_OA_AES_KEY: 'short' }],
])('%s is named in one sentence when it is wrong', (name, environment) => {
  expect(() => configuredChannels(environment)).toThrow(new RegExp(`^设置 ${name} 不对：.*。$`, 'u'));
});
