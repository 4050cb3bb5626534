import { describe, expect, test } from 'vitest';
import { configuredChannels } from '../../../bots/registry.ts';
import { wechatSettings } from '../../../bots/wechat/settings.ts';
import { UserError } from '../../../src/contract/user-error.ts';

const SERVICE = { WECHATY_PUPPET: 'wechaty-puppet-service', WECHATY_PUPPET_SERVICE_TOKEN: 'insecure_1-2-3' };

test('WeChat is off without its settings, and wanted by any of them', () => {
  expect(configuredChannels({})).toEqual([]);
  expect(configuredChannels({ HUIQI_DATA_DIR: './data', WECHAT_FRIEND_KEYWORDS: '惠企' })).toEqual([]);
  expect(configuredChannels(SERVICE).map(({ name }) => name)).toEqual(['wechat']);
});

describe('a wrong setting is named in one sentence', () => {
  test.each([
    ['WECHATY_PUPPET', { WECHATY_PUPPET_SERVICE_TOKEN: 'insecure_1' }],
    ['WECHATY_PUPPET', { WECHATY_PUPPET: '../evil.js' }],
    ['WECHATY_PUPPET', { WECHATY_PUPPET: 'https://example.cn/x' }],
    ['WECHATY_PUPPET_SERVICE_TOKEN', { WECHATY_PUPPET: 'wechaty-puppet-service' }],
    ['WECHATY_PUPPET_SERVICE_TOKEN', { ...SERVICE, WECHATY_PUPPET_SERVICE_TOKEN: 'noprefix' }],
    ['WECHATY_PUPPET_SERVICE_ENDPOINT', { ...SERVICE, WECHATY_PUPPET_SERVICE_ENDPOINT: 'http://x:1' }],
  ])('%s in %j', (name, environment) => {
    expect(() => configuredChannels(environment)).toThrow(UserError);
    expect(() => configuredChannels(environment)).toThrow(new RegExp(`^设置 ${name} 不对：.*。$`, 'u'));
  });
});

test.each([
  [undefined, ['惠企', '政策']],
  ['全部', ['全部']],
  ['稳岗，出口, 用电', ['稳岗', '出口', '用电']],
])('the keywords of friend requests: %s', (setting, expected) => {
  const environment = { ...SERVICE, ...(setting && { WECHAT_FRIEND_KEYWORDS: setting }) };
  expect(wechatSettings.parse(environment).WECHAT_FRIEND_KEYWORDS).toEqual(expected);
});
