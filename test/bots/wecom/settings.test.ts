import { expect, test } from 'vitest';
import { configuredChannels } from '../../../bots/registry.ts';

const BOTH = { WECOM_BOT_ID: 'aib-1234', WECOM_BOT_SECRET: 'SECRET_1234' };

test('the robot is wanted by any of its settings', () => {
  expect(configuredChannels(BOTH).map(({ name }) => name)).toEqual(['wecom']);
});

test.each([
  ['WECOM_BOT_SECRET', { WECOM_BOT_ID: 'aib-1234' }],
  ['WECOM_BOT_ID', { WECOM_BOT_SECRET: 'SECRET_1234' }],
  ['WECOM_BOT_ID', { ...BOTH, WECOM_BOT_ID: '机器人' }],
])('%s in %j is named in one sentence', (name, environment) => {
  expect(() => configuredChannels(environment)).toThrow(new RegExp(`^设置 ${name} 不对：.*。$`, 'u'));
});
