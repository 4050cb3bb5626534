/** What holds of each form of payment, whatever the figures: written as rules write them, computed by the same door. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Profile } from '../../src/contract/index.ts';
import { evaluate } from '../../src/eligibility/index.ts';
import { type Fact, ownFactSchema } from '../../src/facts/index.ts';
import { benefitSchema } from '../../src/policy/index.ts';

const declared = (name: string, type: object): [string, Fact] => [
  name,
  { ...ownFactSchema.parse({ question: `${name}？`, ...type }), label: name, topic: name },
];
const facts = new Map([
  declared('投资', { type: 'number', unit: 'yuan' }),
  declared('人数', { type: 'number', unit: 'person' }),
  declared('月数', { type: 'number', unit: '个月' }),
  declared('博士', { type: 'number', unit: 'person' }),
  declared('技师', { type: 'number', unit: 'person' }),
  declared('老字号', { type: 'boolean' }),
]);
const policy = {
  number: '某府办发〔2031〕1号',
  place: null,
  places: [],
  overlap: null,
  issued: null,
  validFrom: null,
  validUntil: null,
  applyBy: null,
  successors: [],
};

function judge(pays: object[], profile: Profile) {
  const benefit = benefitSchema.parse({ benefit: '补助', quote: '按文件给予补助', pays });
  return evaluate(benefit, profile, { policy, today: '2031-06-01', facts });
}

const paid = (row: object, profile: Profile): number => {
  const { amountYuan } = judge([row], profile);
  expect(amountYuan).not.toBeNull();
  return amountYuan!;
};

const wan = fc.integer({ min: 1, max: 5000 });
const percent = fc.integer({ min: 1, max: 100 });
const yuan = fc.integer({ min: 0, max: 200_000_000 });
const people = fc.integer({ min: 0, max: 3000 });

/** Each computed form: a row of it, and the fact that it grows with. */
const FORMS: [form: string, row: fc.Arbitrary<object>, grows: string, amount: fc.Arbitrary<number>][] = [
  ['share', percent.map((p) => ({ share: `${p}%`, of: '投资' })), '投资', yuan],
  [
    'share that is still charged',
    percent.map((p) => ({ share: `${p}%`, of: '投资', kept: true })),
    '投资',
    yuan,
  ],
  [
    'share with points',
    fc
      .tuple(percent, fc.integer({ min: 1, max: 20 }))
      .map(([p, plus]) => ({ share: `${p}%`, plus: `${plus}个百分点`, of: '投资' })),
    '投资',
    yuan,
  ],
  [
    'matching share',
    fc.constantFrom('1:1', '1:0.5', '等额').map((share) => ({ share, of: '投资' })),
    '投资',
    yuan,
  ],
  ['each', wan.map((w) => ({ each: `${w}元`, of: '人数' })), '人数', people],
  ['each, no more than', wan.map((w) => ({ each: `${w}元`, of: '人数', most: '50人' })), '人数', people],
  ['each full hundred', wan.map((w) => ({ each: `${w}元`, of: '人数', per: '100人' })), '人数', people],
  [
    'step',
    wan.map((w) => ({ base: '10万元', over: '1000万元', step: `${w}元`, each: '500万元', of: '投资' })),
    '投资',
    yuan,
  ],
  [
    'pieces',
    fc.tuple(percent, percent).map(([low, high]) => ({
      pieces: [{ rate: `${low}%` }, { rate: `${high}%`, over: '2000万元' }],
      of: '投资',
    })),
    '投资',
    yuan,
  ],
  [
    'only what lies over a bound',
    wan.map((w) => ({ pieces: [{ rate: `${w}元`, over: '50人' }], of: '人数' })),
    '人数',
    people,
  ],
  ['raised', wan.map((w) => ({ raised: { each: `${w}元`, of: '人数' }, by: '50%' })), '人数', people],
  [
    'monthly',
    wan.map((w) => ({ monthly: `${w}元`, of: '月数', most: '12个月' })),
    '月数',
    fc.integer({ min: 0, max: 60 }),
  ],
];

test.each(FORMS)(
  '%s: more never brings less, a cap is never passed, a floor never undercut',
  (_form, rows, fact, amounts) => {
    fc.assert(
      fc.property(rows, amounts, amounts, wan, (row, one, other, limit) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        const low = paid(row, { [fact]: less });
        const high = paid(row, { [fact]: more });
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(0);
        const cap = limit * 10_000;
        expect(paid({ ...row, cap: `${limit}万元` }, { [fact]: more })).toBe(Math.min(high, cap));
        expect(paid({ ...row, floor: `${limit}万元` }, { [fact]: less })).toBe(Math.max(low, cap));
      }),
    );
  },
);

test.each(FORMS)('%s: without its figure nothing is promised, and it is asked', (_form, rows, fact) => {
  fc.assert(
    fc.property(rows, (row) => {
      const { amountYuan, missing } = judge([row], {});
      expect(amountYuan).toBeNull();
      expect(missing).toContain(fact);
    }),
  );
});

test.each(FORMS)(
  '%s at most: the whole is never promised, and what it comes to is the limit',
  (_form, rows, fact, amounts) => {
    fc.assert(
      fc.property(rows, amounts, (row, amount) => {
        const { amountYuan, capYuan } = judge([{ ...row, atMost: true }], { [fact]: amount });
        expect(amountYuan).toBeNull();
        expect(capYuan).toBe(paid(row, { [fact]: amount }));
      }),
    );
  },
);

test('a share is exact to the fen', () => {
  fc.assert(
    fc.property(percent, yuan, (p, of) => {
      // Whole percents of whole yuan are whole fen.
      expect(paid({ share: `${p}%`, of: '投资' }, { 投资: of })).toBe((p * of) / 100);
    }),
  );
});

test('points add to the share', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }), yuan, (p, plus, of) => {
      expect(paid({ share: `${p}%`, plus: `${plus}个百分点`, of: '投资' }, { 投资: of })).toBe(
        ((p + plus) * of) / 100,
      );
    }),
  );
});

test('who may have points more is not told a sum before he has said whether', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 10_000, max: 200_000_000 }), (p, of) => {
      const pays = [
        { when: '老字号', share: `${p}%`, plus: '5个百分点', of: '投资' },
        { share: `${p}%`, of: '投资' },
      ];
      const open = judge(pays, { 投资: of });
      expect([open.verdict, open.amountYuan, open.missing]).toEqual(['eligible', null, ['老字号']]);
      expect(judge(pays, { 投资: of, 老字号: true }).amountYuan).toBe(((p + 5) * of) / 100);
      expect(judge(pays, { 投资: of, 老字号: false }).amountYuan).toBe((p * of) / 100);
    }),
  );
});

test('by the month: no more months than are paid, years counted as twelve, for each person', () => {
  fc.assert(
    fc.property(wan, fc.integer({ min: 0, max: 60 }), people, (sum, months, units) => {
      const row = { monthly: `${sum}元`, of: '月数', units: '人数', most: '3年' };
      expect(paid(row, { 月数: months, 人数: units })).toBe(sum * Math.min(months, 36) * units);
      expect(judge([row], { 月数: months }).missing).toEqual(['人数']);
    }),
  );
});

test('years and parts add up, and a range promises neither end', () => {
  fc.assert(
    fc.property(fc.array(wan, { minLength: 2, maxLength: 5 }), people, (years, units) => {
      const total = years.reduce((sum, one) => sum + one * 10_000, 0);
      expect(paid({ yearly: years.map((one) => `${one}万元`) }, {})).toBe(total);
      const sum = [...years.map((one) => ({ yuan: `${one}万元` })), { each: '100元', of: '人数' }];
      expect(paid({ sum }, { 人数: units })).toBe(total + 100 * units);
      const [from, to] = [Math.min(...years), Math.max(...years) + 1];
      const { amountYuan, potential } = judge([{ range: [`${from}万元`, `${to}万元`] }], {});
      expect([amountYuan, potential?.minYuan, potential?.maxYuan]).toEqual([
        null,
        from * 10_000,
        to * 10_000,
      ]);
    }),
  );
});

test('of two rates somewhere between, the sum is somewhere between', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), yuan, (low, more, of) => {
      const { potential, amountYuan } = judge([{ share: `${low}%`, to: `${low + more}%`, of: '投资' }], {
        投资: of,
      });
      expect([potential?.minYuan, potential?.maxYuan]).toEqual([(low * of) / 100, ((low + more) * of) / 100]);
      if (of > 0) expect(amountYuan).toBeNull();
    }),
  );
});

test('a share of a stated sum, once or for each', () => {
  expect(paid({ part: '50%', whole: '30万元' }, {})).toBe(150_000);
  expect(paid({ part: '50%', whole: '30万元', units: '人数' }, { 人数: 3 })).toBe(450_000);
});

test('what is still charged and what is given make up the whole fee', () => {
  expect(paid({ share: '85%', of: '投资', kept: true }, { 投资: 1000 })).toBe(150);
  expect(paid({ share: '八五折', of: '投资', kept: true }, { 投资: 1000 })).toBe(150);
});

test('pieces: what lies below a bound at one rate, what lies above at the other', () => {
  const pieces = [
    { rate: '8%', upTo: '2000万元' },
    { rate: '10%', over: '2000万元' },
  ];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200_000_000 }), (of) => {
      const below = Math.min(of, 20_000_000);
      expect(paid({ pieces, of: '投资' }, { 投资: of })).toBeCloseTo(below * 0.08 + (of - below) * 0.1, 2);
    }),
  );
});

test('kinds: those told are counted, those of which nobody speaks are none, and nothing told is nothing promised', () => {
  const kinds = [
    { each: '3万元', of: '博士' },
    { each: '1万元', of: '技师' },
  ];
  expect(paid({ kinds }, { 博士: 3, 技师: 2 })).toBe(110_000);
  const one = judge([{ kinds }], { 技师: 2 });
  expect([one.amountYuan, one.missing]).toEqual([20_000, []]);
  const none = judge([{ kinds }], {});
  expect([none.amountYuan, none.missing]).toEqual([null, ['博士', '技师']]);
});

test('a limit of each: sure up to it, open beyond, and never more than the share', () => {
  const row = { share: '40%', of: '投资', capEach: '2万元' };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (spent) => {
      const share = (spent * 40) / 100;
      const { potential } = judge([row], { 投资: spent });
      expect(potential?.minYuan).toBeCloseTo(Math.min(share, 20_000), 2);
      expect(potential?.maxYuan).toBeCloseTo(share, 2);
    }),
  );
});

test('a part of a sum keeps within its own limit', () => {
  const row = { sum: [{ yuan: '3万元' }, { capped: { share: '10%', of: '投资' }, at: '30万元' }] };
  expect(paid(row, { 投资: 800_000 })).toBe(110_000);
  expect(paid(row, { 投资: 80_000_000 })).toBe(330_000);
  expect(judge([row], {}).missing).toEqual(['投资']);
});

test('monthly: no more units count than the clause allows', () => {
  const row = { monthly: '5元', of: '月数', units: '人数', mostUnits: '50人' };
  expect(paid(row, { 月数: 12, 人数: 80 })).toBe(3_000);
});

test('priced: each unit within its own limit, and no more units than count', () => {
  const row = { priced: '15%', of: '投资', units: '人数', capUnit: '3万元', most: '10人' };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 30 }), (price, units) => {
      const each = Math.min((price * 15) / 100, 30_000);
      expect(paid(row, { 投资: price, 人数: units })).toBeCloseTo(each * Math.min(units, 10), 2);
    }),
  );
  expect(judge([row], { 投资: 100 }).missing).toEqual(['人数']);
});

test('interest: a year is the whole rate, months a part of it, no more principal and time than count', () => {
  const row = { interest: '3%', of: '投资', months: '月数', upTo: '200万元', most: '6个月' };
  expect(paid(row, { 投资: 1_000_000, 月数: 4 })).toBe(10_000);
  expect(paid(row, { 投资: 9_000_000, 月数: 60 })).toBe(30_000);
  expect(judge([row], { 投资: 1_000_000 }).missing).toEqual(['月数']);
});

test('of a unit that may count in part the sum is told only where nothing is left over', () => {
  const row = { each: '300元', per: '1万元', of: '投资', partly: true };
  expect(paid(row, { 投资: 1_200_000 })).toBe(36_000);
  const { amountYuan, potential } = judge([row], { 投资: 1_205_000 });
  expect([amountYuan, potential?.minYuan, potential?.maxYuan]).toEqual([null, 36_000, 36_150]);
});

test('what was got before is taken off, a share of something is the limit; nothing had is presumed and said', () => {
  fc.assert(
    fc.property(wan, wan, (sum, got) => {
      const row = { rest: { yuan: `${sum}万元` }, less: '投资' };
      expect(paid(row, { 投资: got * 10_000 })).toBe(Math.max(0, sum - got) * 10_000);
      const untold = judge([row], {});
      expect(untold.amountYuan).toBe(sum * 10_000);
      expect(untold.notes).toContainEqual({ kind: 'presumed', facts: ['投资'] });
      const limited = { within: { yuan: `${sum}万元` }, share: '30%', of: '投资' };
      expect(paid(limited, { 投资: got * 10_000 })).toBe(Math.min(sum * 10_000, got * 3000));
      expect(judge([limited], {}).missing).toEqual(['投资']);
    }),
  );
});

test('added: one sum with the first that holds, within the limit of both; of who speaks of nothing of it there is none', () => {
  const rows = [
    { share: '20%', of: '投资', cap: '20万元' },
    { when: '老字号', yuan: '5万元', added: true, capAll: '22万元' },
  ];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3_000_000 }), (spent) => {
      const first = Math.min(spent / 5, 200_000);
      expect(judge(rows, { 投资: spent }).amountYuan).toBeCloseTo(first, 2);
      expect(judge(rows, { 投资: spent, 老字号: false }).amountYuan).toBeCloseTo(first, 2);
      expect(judge(rows, { 投资: spent, 老字号: true }).amountYuan).toBeCloseTo(
        Math.min(first + 50_000, 220_000),
        2,
      );
    }),
  );
  // Nobody has spoken of the first: what is added is paid, and what the first brings is not told.
  expect(judge(rows, { 老字号: true }).amountYuan).toBe(50_000);
  expect(judge(rows, {}).missing).toEqual(['投资', '老字号']);
});
