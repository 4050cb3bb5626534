import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PARTS } from '../../src/figures/moments/read-moment.ts';

const NUMERAL = /^[0-9〇零一二三四五六七八九十廿卅两百千半俩]+/u;
const PIECES = [
  ...'0123456789一二三四五六七八九十廿两半零〇年月日号周季天点时分秒前后上下本这去今明昨大初底末中旬第最的个之以早晚午节端国春元旦至到-—~./:·, Qqp',
];
const texts = fc
  .array(
    fc.constantFrom(
      ...PIECES,
      '星期',
      '礼拜',
      '季度',
      '半年',
      '小时',
      '上午',
      '下午',
      '端午',
      '中秋',
      '最后一',
      '过去',
      '未来',
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

describe('a part is tried wherever its pattern could match', () => {
  test.each(PARTS.map((part) => [part.name, part] as const))('%s', (_, part) => {
    fc.assert(
      fc.property(texts, (text) => {
        part.pattern.lastIndex = 0;
        const match = part.pattern.exec(text);
        if (!match || match[0] === '') return;
        expect(part.starts).toContain(text[0]);
        const numeral = NUMERAL.exec(text)?.[0];
        if (part.after !== undefined && numeral) expect(part.after).toContain(text[numeral.length] ?? '');
      }),
      { numRuns: 2000 },
    );
  });
});
