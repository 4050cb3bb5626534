import { isDay } from '../contract/index.ts';
import { type Draft, isAmount, isMoment } from './draft.ts';
import type { Figure, ReadOptions } from './figure.ts';
import type { MomentContext } from './moments/read-moment.ts';
import { readNonFigures } from './non-figures/read-non-figures.ts';
import { type Normalized, normalize } from './normalize.ts';
import { readAmount } from './readers/amounts.ts';
import { readHalfDurations } from './readers/duration.ts';
import { readIntervals } from './readers/interval-notation.ts';
import { readMoments } from './readers/moment.ts';
import { readPartsOf, readRatioWords, readSlashFractions } from './readers/percent.ts';
import { readNumbers } from './readers/tokens.ts';
import { amountRange } from './refiners/amount-range.ts';
import { askedDate } from './refiners/asked-date.ts';
import { bareAmount } from './refiners/bare-amount.ts';
import { bound } from './refiners/bound.ts';
import { correction } from './refiners/correction.ts';
import { deadline } from './refiners/deadline.ts';
import { inclusion } from './refiners/inclusion.ts';
import { momentRange } from './refiners/moment-range.ts';
import { resolveOverlaps } from './refiners/overlap.ts';
import type { Refiner } from './refiners/refiner.ts';
import { sharePeriod } from './refiners/share-period.ts';
import { shareUnit } from './refiners/share-unit.ts';
import { statedEnds } from './refiners/stated-ends.ts';
import { twoBounds } from './refiners/two-bounds.ts';
import { vague } from './refiners/vague.ts';
import { toFigure } from './to-figure.ts';

/** Figures without a numeral token of their own, read over the whole text. */
const TEXT_READERS: readonly ((text: string) => Draft[])[] = [
  readPartsOf,
  readRatioWords,
  readSlashFractions,
  readHalfDurations,
  readIntervals,
];

/** In this order: each sees what the ones before it made. */
const REFINERS: readonly Refiner[] = [
  inclusion,
  shareUnit,
  askedDate,
  sharePeriod,
  vague,
  amountRange,
  bound,
  twoBounds,
  statedEnds,
  momentRange,
  deadline,
  correction,
  bareAmount,
];

const CLOCK = /^(?<day>\d{4}-\d\d-\d\d)(?:[T ](?<h>\d\d):(?<m>\d\d)(?::(?<s>\d\d))?)?/;

function momentContext(ref: string | null | undefined): MomentContext {
  const { day, h, m, s } = CLOCK.exec(ref ?? '')?.groups ?? {};
  const hasReference = day !== undefined && isDay(day);
  // Without a day to count from a leap year stands in, so that ranges inside a year still resolve.
  const from = hasReference ? day : '2000-01-01';
  const seconds = hasReference ? Number(h ?? 0) * 3600 + Number(m ?? 0) * 60 + Number(s ?? 0) : 0;
  return { reference: { day: from, seconds }, base: from, hasReference };
}

/**
 * Every figure of the text, in its order. Never throws, whatever the text; the time is linear in its length.
 * Spans point into the text as given. See figure.ts for units: yuan, ratios as fractions, ISO days.
 */
export function readFigures(given: string, options: ReadOptions = {}): Figure[] {
  const normalized = normalize(given);
  const moments = momentContext(options.ref);
  let drafts = resolveOverlaps(readAll(normalized, moments));
  const scene = { text: normalized.text, moments, asked: options.asked };
  for (const refiner of REFINERS) drafts = refiner.refine(drafts, scene);
  return drafts.flatMap((draft) => {
    if (!isAmount(draft) && !isMoment(draft)) return [];
    const figure = toFigure(draft, given, normalized, moments.hasReference);
    return figure ? [figure] : [];
  });
}

function readAll(normalized: Normalized, moments: MomentContext): Draft[] {
  const { text } = normalized;
  const drafts: Draft[] = [...readNonFigures(normalized), ...TEXT_READERS.flatMap((read) => read(text))];
  for (const number of readNumbers(text)) {
    const draft = readAmount(number, text);
    if (draft) drafts.push(draft);
  }
  return drafts.concat(readMoments(text, moments));
}
