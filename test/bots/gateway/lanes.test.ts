import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createLanes } from '../../../bots/gateway/lanes.ts';

test('in order within a lane, side by side across lanes, a failure stops nothing', async () => {
  const lanes = createLanes();
  const done: string[] = [];
  const work = (name: string, milliseconds: number) => async () => {
    await wait(milliseconds);
    done.push(name);
  };
  void lanes.run('a', work('a1', 40));
  const failed = lanes.run('a', async () => {
    throw new Error('broken');
  });
  void lanes.run('a', work('a3', 0));
  void lanes.run('b', work('b1', 10));
  expect(lanes.busy()).toBe(2);
  await expect(failed).rejects.toThrow('broken');
  await lanes.idle();
  expect(done).toEqual(['b1', 'a1', 'a3']);
  expect(lanes.busy()).toBe(0);
});
