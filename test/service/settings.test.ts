import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { configuredChannels } from '../../bots/registry.ts';
import { settingGroups } from '../../bots/setting-list.ts';
import { UserError } from '../../src/contract/user-error.ts';
import { parseSettings } from '../../src/service/load-settings.ts';

const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
const names = [...example.matchAll(/^(?<name>[A-Z][A-Z_]+)=(?<value>.*)$/gmu)].map(({ groups }) => groups!);

describe('settings', () => {
  test('the example as it stands is right, and switches no channel on', () => {
    const environment = Object.fromEntries(names.map(({ name, value }) => [name!, value!]));
    expect(parseSettings(environment)).toMatchObject({ HOST: '127.0.0.1', PORT: 3000 });
    expect(configuredChannels(environment)).toEqual([]);
  });

  test('every setting is explained in Chinese', () => {
    for (const { settings } of settingGroups())
      for (const { name, help } of settings) expect(help, name).toMatch(/\p{Script=Han}/u);
  });

  test('what the code reads from the environment is a setting, or belongs to the system', () => {
    const known = new Set(settingGroups().flatMap(({ settings }) => settings.map(({ name }) => name)));
    const root = new URL('../../', import.meta.url);
    for (const room of ['src', 'bots', 'api', 'cli'])
      for (const file of readdirSync(new URL(room, root), { recursive: true, encoding: 'utf8' }))
        if (file.endsWith('.ts'))
          for (const { groups } of readFileSync(new URL(`${room}/${file}`, root), 'utf8').matchAll(
            /process\.env\.(?<name>[A-Z][A-Z_]*)/gu,
          ))
            expect([...known, 'XDG_CACHE_HOME'], `${room}/${file}`).toContain(groups?.name);
  });

  test.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['HUIQI_TODAY', '20220620'],
    ['PUBLIC_URL', 'huiqi.cn'],
    ['DATABASE_URL', 'mysql://x'],
    ['LOG_LEVEL', 'loud'],
  ])('a wrong %s (%s) is refused by name', (name, value) => {
    expect(() => parseSettings({ [name]: value })).toThrowError(UserError);
    expect(() => parseSettings({ [name]: value })).toThrowError(name);
  });

  test.each([
    [{ TELEGRAM_BOT_TOKEN: 'not a token' }, 'TELEGRAM_BOT_TOKEN'],
    [{ TELEGRAM_WEBHOOK_SECRET: 'x' }, 'TELEGRAM_BOT_TOKEN'],
    [{ WECOM_BOT_ID: 'aibot-0123456789' }, 'WECOM_BOT_SECRET'],
    [{ WECHAT_OA_APPID: 'wx1234567890abcdef' }, 'WECHAT_OA_'],
    [{ WECHATY_PUPPET_SERVICE_TOKEN: 'puppet_x_1' }, 'WECHATY_PUPPET'],
  ])(
    'a channel that is wanted and not complete is refused by the name of what it lacks: %j',
    (environment, name) => {
      expect(() => configuredChannels(environment)).toThrowError(name);
    },
  );
});
