import { describe, expect, test } from 'vitest';
import { believable, type Fact, factSchema } from '../../src/facts/index.ts';

const fact = (more: object): Fact =>
  factSchema.parse({ label: '甲', topic: '乙', question: '丙？', ...more });
const YES_NO = fact({ type: 'boolean' });
const STAFF = fact({ type: 'number', unit: 'person', plausible: { min: 0, max: 1_000, whole: true } });
const SIZE = fact({ type: 'choice', values: { small: ['小型'], large: ['大型'] } });
const DAY = fact({ type: 'date' });
const PLACE = fact({ type: 'place' });

describe('a value from outside is believed where its fact can have it', () => {
  test.each([
    [YES_NO, false, false],
    [YES_NO, 'yes', null],
    [STAFF, 0, 0],
    [STAFF, 1_000, 1_000],
    [STAFF, 1_001, null],
    [STAFF, -1, null],
    [STAFF, 3.5, null],
    [STAFF, '350', null],
    [STAFF, Number.NaN, null],
    [SIZE, 'small', 'small'],
    [SIZE, 'toString', null],
    [SIZE, true, null],
    [DAY, '2031-03-01', '2031-03-01'],
    [DAY, '2031-02-30', null],
    [PLACE, '明湖市', '明湖市'],
    [PLACE, '', null],
    [PLACE, { in: '明湖市' }, null],
  ])('$type: %s → %s', (declared, value, believed) => {
    expect(believable(declared, value)).toEqual(believed);
  });
});
