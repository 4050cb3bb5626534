import type { Bounded, DurationFigure } from './figure.ts';
import type { State } from './moments/moment.ts';
import type { NumberToken } from './number/number-token.ts';

interface DraftSpan {
  /** Offsets into the normalised text. */
  start: number;
  end: number;
  trace: string[];
}

/** A quantity on its way to a figure. */
export interface AmountDraft extends DraftSpan, Bounded {
  kind: 'number' | 'count' | 'money' | 'percent' | 'duration';
  /** As in the figure; empty for a plain number. */
  unit: string;
  /** What one of the numeral is worth in the figure's unit: 0.01 behind %, 0.1 behind 成. */
  factor: number;
  /** The numeral, where there is just one: units and scales are shared through it. */
  number: NumberToken | null;
  approx?: boolean;
  /** （含） true, （不含） false: decides whatever bound or range it stands in. */
  included?: boolean;
}

/** A day, a stretch of days or a time of day. */
export interface MomentDraft extends DraftSpan {
  kind: 'moment';
  state: State;
  /** The other end of 从 … 到 …. */
  until?: State;
  /** 前, 截至: only the end is meant; 起, 自: only the beginning. */
  bound?: 'from' | 'to';
  approx?: boolean;
}

/** A stretch that is no figure: it only keeps others away. */
export interface NothingDraft extends DraftSpan {
  kind: 'nothing';
}

export type Draft = AmountDraft | MomentDraft | NothingDraft;

export type DurationUnit = DurationFigure['unit'];
export const isAmount = (draft: Draft | undefined): draft is AmountDraft =>
  draft !== undefined && draft.kind !== 'moment' && draft.kind !== 'nothing';
export const isMoment = (draft: Draft | undefined): draft is MomentDraft => draft?.kind === 'moment';

/** A single value: no bound, no pair, no vagueness. */
export const isValue = (draft: AmountDraft): boolean => draft.value !== undefined;
