import { expect, test } from 'vitest';
import { cut } from '../../src/drafting/cut.ts';
import { passageOf, sourceSpan } from '../../src/drafting/passage.ts';

const limbs = (text: string) => cut(passageOf(text, text, 0));

test('a measure is cut at full stops, semicolons and numbered children', () => {
  const text = '支持建设。（一）对甲企业给予1万元；对乙企业给予2万元。（二）对丙企业给予3万元。';
  expect(limbs(text).map(({ marker, part, plain }) => [marker, part, plain.text])).toEqual([
    [null, 0, '支持建设'],
    ['（一）', 1, '对甲企业给予1万元'],
    [null, 1, '对乙企业给予2万元'],
    ['（二）', 2, '对丙企业给予3万元'],
  ]);
});

test('what stands in brackets is aside, but for what includes a figure', () => {
  const [limb] = limbs('对投资500万元（含）以上的企业（不含外资企业）给予补助。');
  expect(limb?.plain.text).toBe('对投资500万元（含）以上的企业给予补助');
  expect(limb?.asides.map(({ text }) => text)).toEqual(['不含外资企业']);
});

test('a grant in brackets is a limb of its own', () => {
  const texts = limbs('每件资助3000元（费用减缓的，每件资助1000元）。').map(({ plain }) => plain.text);
  expect(texts).toEqual(['每件资助3000元', '费用减缓的，每件资助1000元']);
});

test('children stand under the lead that ends in a colon', () => {
  const all = limbs('对符合下列条件之一的企业给予奖励：1.新建的，奖励1万元。2.扩建的，奖励2万元。');
  expect(all.map(({ lead }) => lead?.plain.text ?? null)).toEqual([
    null,
    '对符合下列条件之一的企业给予奖励：',
    '对符合下列条件之一的企业给予奖励：',
  ]);
});

test('every part knows its place in a source that is printed over lines and pages', () => {
  const source = '第一条 对新建冷库的企\n\n- 2 -\n\n业，给予 20万元补助。';
  const passage = passageOf('对新建冷库的企业，给予20万元补助。', source, 4);
  const [limb] = cut(passage);
  const { start, end } = sourceSpan(limb!.plain);
  expect(source.slice(start, end).replace(/\s|- 2 -/gu, '')).toBe('对新建冷库的企业，给予20万元补助');
});
