import { isDay } from '../day.ts';
import { type Draft, isAmount, isMoment } from './draft.ts';
import type { Figure, ReadOptions } from './figure.ts';
import type { MomentContext } from './moments/read-moment.ts';
import { readNonFigures } from './non-figures/read-non-figures.ts';
import { type Normalized, normalize } from './normalize.ts';
import type { AmountReader } from './readers/amount.ts';
import { readCount } from './readers/count.ts';
import { readDuration, readHalfDurations } from './readers/duration.ts';
import { readMoments } from './readers/moment.ts';
import { readMoney } from './readers/money.ts';

import { readPartsOf, readPercent, readRatioWords, readSlashFractions } from './readers/percent.ts';
import { readPlainNumber } from './readers/plain-number.ts';
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
import { twoBounds } from './refiners/two-bounds.ts';
import { vague } from './refiners/vague.ts';
import { toFigure } from './to-figure.ts';

/** Each numeral is offered to these in turn; the first that knows its unit reads it. */
const AMOUNT_READERS: readonly AmountReader[] = [
  readPercent,
  readMoney,
  readDuration,
  readCount,
  readPlainNumber,
];

/** Figures without a numeral token of their own, read over the whole text. */
const TEXT_READERS: readonly ((text: string) => Draft[])[] = [
  readPartsOf,
  readRatioWords,
  readSlashFractions,
  readHalfDurations,
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
    for (const read of AMOUNT_READERS) {
      const draft = read(number, text);
      if (!draft) continue;
      drafts.push(draft);
      break;
    }
  }
  return drafts.concat(readMoments(text, moments));
}
