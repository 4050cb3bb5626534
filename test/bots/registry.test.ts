import { describe, expect, test } from 'vitest';
import { silentLog } from '../../bots/log.ts';
import { configuredChannels } from '../../bots/registry.ts';
import { realTiming } from '../../bots/timing.ts';
import { UserError } from '../../src/contract/user-error.ts';

const names = (environment: Record<string, string>) =>
  configuredChannels(environment).map(({ name }) => name);

describe('a channel without its settings is off', () => {
  test.each([
    ['nothing set', {}, []],
    ['an empty token, as in a copied example', { TELEGRAM_BOT_TOKEN: '' }, []],
    ['a proxy alone', { HTTPS_PROXY: 'http://127.0.0.1:8080' }, []],
    ['a token', { TELEGRAM_BOT_TOKEN: '1:abc' }, ['telegram']],
  ])('%s', (_name, environment, expected) => {
    expect(names(environment as Record<string, string>)).toEqual(expected);
  });
});

describe('a wrong setting is named in one sentence', () => {
  const token = { TELEGRAM_BOT_TOKEN: '1:abc' };
  test.each([
    ['TELEGRAM_BOT_TOKEN', { TELEGRAM_BOT_TOKEN: 'abc' }],
    ['TELEGRAM_BOT_TOKEN', { TELEGRAM_WEBHOOK_SECRET: 'abc' }],
    ['TELEGRAM_API_ROOT', { ...token, TELEGRAM_API_ROOT: 'api.telegram.org' }],
    ['TELEGRAM_WEBHOOK_URL', { ...token, TELEGRAM_WEBHOOK_URL: '/hook', TELEGRAM_WEBHOOK_SECRET: 'abc' }],
    ['TELEGRAM_WEBHOOK_SECRET', { ...token, TELEGRAM_WEBHOOK_URL: 'https://bot.example/hook' }],
    ['TELEGRAM_WEBHOOK_SECRET', { ...token, TELEGRAM_WEBHOOK_SECRET: '有空 格' }],
    ['HTTPS_PROXY', { ...token, HTTPS_PROXY: 'proxy:8080' }],
  ])('%s', (name, environment) => {
    expect(() => configuredChannels(environment)).toThrow(UserError);
    expect(() => configuredChannels(environment)).toThrow(new RegExp(`^设置 ${name} 不对：.*。$`, 'u'));
  });
});

test('a configured channel is made from its settings', async () => {
  const environment = {
    TELEGRAM_BOT_TOKEN: '1:abc',
    TELEGRAM_WEBHOOK_URL: 'https://bot.example/hooks/telegram',
    TELEGRAM_WEBHOOK_SECRET: 'abc',
  };
  const [configured] = configuredChannels(environment);
  const channel = await configured?.create({ timing: realTiming(), log: silentLog });
  expect(channel?.edge?.path).toBe('/hooks/telegram');
  expect(channel?.health().state).toBe('starting');
});
