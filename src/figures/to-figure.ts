import { addDays, type Day } from '../contract/index.ts';
import type { AmountDraft, MomentDraft } from './draft.ts';
import type { Figure } from './figure.ts';
import type { Clock, State } from './moments/moment.ts';
import type { Normalized } from './normalize.ts';

interface FigureSpan {
  start: number;
  end: number;
  text: string;
  trace: string[];
  assumed?: string[];
  approx?: boolean;
}

/** The figure of a draft, with its span in the text as given. Null for a moment that needs a day to count from and has none. */
export function toFigure(
  draft: AmountDraft | MomentDraft,
  given: string,
  normalized: Normalized,
  hasReference: boolean,
): Figure | null {
  const start = normalized.origin(draft.start);
  const end = normalized.origin(draft.end - 1) + 1;
  const span: FigureSpan = { start, end, text: given.slice(start, end), trace: draft.trace };
  if (draft.approx) span.approx = true;
  return draft.kind === 'moment' ? momentFigure(draft, span, hasReference) : amountFigure(draft, span);
}

function amountFigure(draft: AmountDraft, span: FigureSpan): Figure {
  const { kind, unit, value, min, max, minExclusive, maxExclusive } = draft;
  const figure = {
    kind,
    ...span,
    ...(unit === '' ? {} : { unit }),
    ...(value === undefined ? {} : { value }),
    ...(min === undefined ? {} : { min, minExclusive: minExclusive ?? false }),
    ...(max === undefined ? {} : { max, maxExclusive: maxExclusive ?? false }),
  };
  return figure as unknown as Figure;
}

function momentFigure(draft: MomentDraft, span: FigureSpan, hasReference: boolean): Figure | null {
  const { state, until, bound } = draft;
  const assumed = [...new Set([...state.assumed, ...(until?.assumed ?? [])])].filter(
    (part) => part !== 'reference' && part !== 'century',
  );
  const relative = [...state.assumed, ...(until?.assumed ?? [])].some((part) => part !== 'century');
  if (relative && !hasReference && (state.period || until?.period)) return null;
  if (assumed.length > 0) span.assumed = assumed;
  if (state.clock || until?.clock) return timeFigure(state, until, bound, span);
  const from = state.since ?? state.period!.from;
  const to = until ? until.period!.to : state.period!.to;
  if (bound === 'to') return { kind: 'daterange', ...span, to };
  if (bound === 'from') return { kind: 'daterange', ...span, from };
  if (!until && from === to) return { kind: 'date', ...span, value: from };
  return { kind: 'daterange', ...span, from, to };
}

function timeFigure(
  state: State,
  until: State | undefined,
  bound: 'from' | 'to' | undefined,
  span: FigureSpan,
): Figure {
  const clock = state.clock;
  const day = state.period?.to;
  const start = clock ? written(clock.from, clock, state.since ?? day) : `${state.since ?? day}T00:00`;
  if (until?.clock)
    return {
      kind: 'time',
      ...span,
      from: start,
      to: written(until.clock.from, until.clock, until.period?.to),
    };
  if (until) return { kind: 'time', ...span, from: start, to: `${until.period!.to}T24:00` };
  if (clock!.to !== undefined)
    return { kind: 'time', ...span, from: start, to: written(clock!.to, clock!, day) };
  if (bound === 'to') return { kind: 'time', ...span, to: start };
  if (bound === 'from') return { kind: 'time', ...span, from: start };
  return { kind: 'time', ...span, value: start };
}

const two = (n: number): string => String(n).padStart(2, '0');

/** Hours past midnight belong to the next day; 24:00 keeps its day, as notices write it. */
function written(seconds: number, clock: Clock, day: Day | undefined): string {
  const over = seconds > 86_400 ? 1 : 0;
  const rest = seconds - over * 86_400;
  const hours = two(Math.floor(rest / 3600));
  const minutes = two(Math.floor((rest % 3600) / 60));
  const tail = clock.seconds && rest % 60 !== 0 ? `:${two(rest % 60)}` : '';
  return `${day ? `${over ? addDays(day, 1) : day}T` : ''}${hours}:${minutes}${tail}`;
}
