/** Scores readings against figures.dev.jsonl: a text is right when exactly the expected figures come back, spans aside. */
import type { Figure } from '../../../src/figures/index.ts';

/** A figure as the set writes it: `or` holds other values that are right too. */
export interface ExpectedFigure {
  kind: Figure['kind'];
  kinds?: string[];
  value?: number | string;
  min?: number;
  max?: number;
  minExclusive?: boolean;
  maxExclusive?: boolean;
  from?: string;
  to?: string;
  unit?: string;
  approx?: boolean;
  or?: Partial<ExpectedFigure>[];
}
export interface FigureCase {
  id: string;
  text: string;
  ref?: string | null;
  expect: ExpectedFigure[];
  /** Other lists of figures that are right too. */
  accept?: ExpectedFigure[][];
  tags?: string[];
}

/** Units of duration in seconds, in months, or as working days. */
const DURATION: Record<string, [base: string, size: number]> = {
  second: ['s', 1],
  minute: ['s', 60],
  hour: ['s', 3600],
  day: ['s', 86_400],
  week: ['s', 604_800],
  month: ['m', 1],
  quarter: ['m', 3],
  year: ['m', 12],
  workday: ['w', 1],
};

type Loose = ExpectedFigure & Record<string, unknown>;

export function figuresRight(wanted: FigureCase, got: Figure[]): boolean {
  const day = wanted.ref?.slice(0, 10) ?? '';
  return [wanted.expect, ...(wanted.accept ?? [])].some((set) => sameSet(set, got, day));
}

/** One to one: every wanted figure finds a figure of its own, and none is left over. */
function sameSet(wanted: ExpectedFigure[], got: Figure[], day: string): boolean {
  if (wanted.length !== got.length) return false;
  const owner = new Map<number, number>();
  const place = (w: number, tried: Set<number>): boolean =>
    got.some((figure, g) => {
      if (tried.has(g) || !sameFigure(wanted[w]!, figure as unknown as Loose, day)) return false;
      tried.add(g);
      const other = owner.get(g);
      if (other !== undefined && !place(other, tried)) return false;
      owner.set(g, w);
      return true;
    });
  return wanted.every((_, w) => place(w, new Set()));
}

function sameFigure(wanted: ExpectedFigure, got: Loose, day: string): boolean {
  const { value, min, max, minExclusive, maxExclusive, from, to, or, ...rest } = wanted;
  return [wanted, ...(or ?? []).map((other) => ({ ...rest, ...other }) as ExpectedFigure)].some((one) =>
    sameOne(one, got, day),
  );
}

const isTemporal = (kind: string) => ['date', 'daterange', 'time'].includes(kind);

function sameOne(wanted: ExpectedFigure, got: Loose, day: string): boolean {
  if (!sameKind(wanted, got)) return false;
  if (isTemporal(wanted.kind) || isTemporal(got.kind)) return sameTime(wanted, got, day);
  return sameAmount(wanted, got);
}

function sameKind(wanted: ExpectedFigure, got: Loose): boolean {
  const family = (kind: string) => (kind === 'count' ? 'number' : kind === 'daterange' ? 'date' : kind);
  return family(wanted.kind) === family(got.kind) || (wanted.kinds ?? []).includes(got.kind);
}

const close = (a: number | undefined, b: number | undefined) =>
  a === undefined || b === undefined
    ? a === b
    : Math.abs(a - b) <= 1e-9 * Math.max(1e-9, Math.abs(a), Math.abs(b));

function sameAmount(wanted: ExpectedFigure, got: Loose): boolean {
  if (
    wanted.kind === got.kind &&
    ['money', 'percent'].includes(got.kind) &&
    (wanted.unit ?? got.unit) !== got.unit
  )
    return false;
  const [a, b] = [DURATION[wanted.unit ?? ''], DURATION[got.unit ?? '']];
  const duration = wanted.kind === 'duration' && got.kind === 'duration';
  if (duration && a?.[0] !== b?.[0]) return false;
  const scaled = (figure: ExpectedFigure, key: 'value' | 'min' | 'max', size: number) =>
    typeof figure[key] === 'number' ? figure[key] * size : undefined;
  const w = (key: 'value' | 'min' | 'max') => scaled(wanted, key, duration ? a![1] : 1);
  const g = (key: 'value' | 'min' | 'max') => scaled(got, key, duration ? b![1] : 1);
  if (w('value') !== undefined) {
    return g('value') !== undefined
      ? close(w('value'), g('value'))
      : close(w('value'), g('min')) && close(w('value'), g('max'));
  }
  if (wanted.approx)
    return (
      close(w('min'), g('min')) &&
      (g('max') === undefined || w('max') === undefined || close(w('max'), g('max')))
    );
  const flags = (['minExclusive', 'maxExclusive'] as const).every(
    (flag) => wanted[flag] === undefined || wanted[flag] === Boolean(got[flag]),
  );
  return flags && close(w('min'), g('min')) && close(w('max'), g('max'));
}

function sameTime(wanted: ExpectedFigure, got: Loose, day: string): boolean {
  if ((wanted.kind === 'time') !== (got.kind === 'time')) return false;
  const ends = (figure: ExpectedFigure): (string | undefined)[] =>
    figure.value === undefined ? [figure.from, figure.to] : [String(figure.value), String(figure.value)];
  const [[a, b], [c, d]] = [ends(wanted), ends(got)];
  const same =
    wanted.kind === 'time'
      ? (x?: string, y?: string) => sameClock(x, y, day)
      : (x?: string, y?: string) => x?.slice(0, 10) === y?.slice(0, 10);
  return same(a, c) && same(b, d);
}

/** Where one side leaves the day out, it must be the day asked on. */
function sameClock(a: string | undefined, b: string | undefined, day: string): boolean {
  if (a === undefined || b === undefined) return a === b;
  const parts = (time: string) => {
    const [date, clock] = time.includes('T') ? time.split('T') : ['', time];
    return { date: date!, clock: clock!.replace(/^(\d):/u, '0$1:').replace(/^(\d\d:\d\d):00$/u, '$1') };
  };
  const [x, y] = [parts(a), parts(b)];
  if (x.clock !== y.clock) return false;
  return x.date === y.date || (!x.date || !y.date ? !day || (x.date || y.date) === day : false);
}
