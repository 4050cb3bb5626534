/** The shapes that the readers of this room produce. Values are exact decimals written as the nearest double. */

interface Span {
  /** UTF-16 offsets into the text as given; end is exclusive. */
  start: number;
  end: number;
  text: string;
  /** Readers and refiners that made the figure, in order: what the chat can show as "read as". */
  trace: string[];
  /** Parts that the text did not say and the reader filled in (the year, the day …). */
  assumed?: string[];
  /** 约, 左右, 多, 余 … stood beside it. */
  approx?: boolean;
}

/** Either `value`, or bounds. A bound is inclusive unless its *Exclusive flag is true. */
export interface Bounded {
  value?: number;
  min?: number;
  max?: number;
  minExclusive?: boolean;
  maxExclusive?: boolean;
}

export interface NumberFigure extends Span, Bounded {
  kind: 'number';
}
export interface CountFigure extends Span, Bounded {
  kind: 'count';
  /** The classifier as written: 人, 家, 倍 … */
  unit: string;
}
export interface MoneyFigure extends Span, Bounded {
  kind: 'money';
  /** ISO currency code; amounts are in its main unit (yuan for CNY). */
  unit: string;
}
export interface PercentFigure extends Span, Bounded {
  kind: 'percent';
  /** ratio: 20% = 0.2; point: 3个百分点 = 0.03. */
  unit: 'ratio' | 'point';
}
export interface DurationFigure extends Span, Bounded {
  kind: 'duration';
  unit: 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year' | 'workday';
}
export interface DateFigure extends Span {
  kind: 'date';
  /** ISO day. */
  value: string;
}
export interface DateRangeFigure extends Span {
  kind: 'daterange';
  /** ISO days, both inclusive; one is left out when open. */
  from?: string;
  to?: string;
}
export interface TimeFigure extends Span {
  kind: 'time';
  /** 'HH:MM[:SS]', or 'YYYY-MM-DDTHH:MM[:SS]' when the text names the day. */
  value?: string;
  from?: string;
  to?: string;
}

export type Figure =
  | NumberFigure
  | CountFigure
  | MoneyFigure
  | PercentFigure
  | DurationFigure
  | DateFigure
  | DateRangeFigure
  | TimeFigure;

/** What the other side was asked for: how a bare 350 or 5000万 is to be read. */
export type Asked = 'people' | 'yuan' | 'ratio' | 'count' | 'date' | 'duration';

export interface ReadOptions {
  /** Local time asked at, 'YYYY-MM-DD[THH:MM[:SS]]'. Without it, relative dates yield nothing. */
  ref?: string | null | undefined;
  asked?: Asked | undefined;
}
