/** Kinds that brackets name behind a noun are other ways of saying the condition. */
import { expect, test } from 'vitest';
import { draft } from './say.ts';

test.each([
  [
    '对经区商务局备案的服务商（包括仓储服务商、冷链服务商、配送服务商等），给予5万元补贴。',
    ['经区商务局备案的仓储服务商', '经区商务局备案的冷链服务商', '经区商务局备案的配送服务商'],
  ],
  // The brackets list costs, and no kinds of what stands before them.
  ['对开展节能诊断的企业（含咨询费、差旅费等），给予5万元补贴。', []],
])('%s', (text, also) => {
  expect(draft(text).flatMap(({ flags }) => flags.flatMap((flag) => flag.also ?? []))).toEqual(also);
});
