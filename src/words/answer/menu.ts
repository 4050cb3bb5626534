/** Up to three measures to choose from: validity first, the nearest one's sentence, then title, main figure and date of each. */
import type { Day } from '../../contract/index.ts';
import type { Measure, Policy } from '../../policy/index.ts';
import { areApart, type Index, type Ranked } from '../../retrieval/index.ts';
import { dayWords, measureWords, menuWords, validityWords } from '../answers.ts';
import { askedFigure, hasFigure } from './asked-figure.ts';
import { mainFigure } from './main-figure.ts';
import type { Told } from './measure.ts';
import { guideOf, missingLine } from './missing.ts';
import { itemWords, lines, printedName, spokenPart, whomToAsk } from './parts.ts';
import { type Ask, quoteFrom } from './quote.ts';
import { datesOf, daysLeft, validityOn } from './validity.ts';

/** The sentence of the nearest entry is shorter than in a full answer: the other entries need room. */
const MENU_AIM = 120;
/** In a chat the contact chooses and reads on: a longer sentence is cut at its commas. */
const BRIEF = { aim: 90, longest: 120 };

export interface MenuAsk extends Ask {
  today: Day;
  brief?: boolean | undefined;
}

export function tellMenu(index: Index, choices: Ranked[], ask: MenuAsk): Told {
  const { today } = ask;
  const length = ask.brief ? BRIEF : { aim: MENU_AIM };
  const [nearest] = choices;
  if (!nearest) return { text: menuWords.which, quotes: [] };
  const quote =
    nearest.entry.kind === 'measure'
      ? quoteFrom(index, nearest.entry.measure.clause.text, nearest.entry.measure.title, {
          ...ask,
          ...length,
        })
      : quoteFrom(index, spokenPart(nearest.entry.text), '', {
          ...ask,
          ...length,
        });
  const { first, last } = expiry(choices, today);
  const apart = choices.some(({ entry }) => areApart(index.places, nearest.entry.policy, entry.policy));
  const places = (choice: Ranked) =>
    apart ? index.places.of.get(choice.entry.policy)?.join('、') : undefined;
  return {
    text: lines(
      first,
      apart ? menuWords.whichPlace : menuWords.which,
      ...choices.map((choice, at) =>
        at === 0
          ? lines(
              entryLine(choice, 1, places(choice), today, quote.text),
              askedLine(choice, ask, quote.text),
              quote.text ? measureWords.quote(quote.text) : null,
            )
          : entryLine(choice, at + 1, places(choice), today),
      ),
      last,
    ),
    quotes: quote.stretches,
  };
}

/**
 * Says which of the documents have expired: first when the nearest measure stands in one of them, else last. While the nearest is in force
 * the dates of the entries say it: the reply must not read as if that one had expired.
 */
function expiry(choices: Ranked[], today: Day): { first: string | null; last: string | null } {
  const policies = [...new Set(choices.map(({ entry }) => entry.policy))];
  const expired = policies.filter((policy) => validityOn(policy, today) === 'expired');
  const leading = validityOn(policies[0]!, today);
  const numbers = expired.map((policy) => policy.number);
  if (leading === 'expired')
    return {
      first:
        policies.length === 1
          ? validityWords.expired(datesOf(policies[0]!))
          : validityWords.expiredAll(numbers),
      last: null,
    };
  return {
    first: null,
    last: leading === 'unstated' && numbers.length ? validityWords.expiredAmong(numbers) : null,
  };
}

/** What was asked of the nearest entry and is said in a line. */
function askedLine(
  { entry }: Ranked,
  { focus, question = '', today }: MenuAsk,
  shown: string,
): string | null {
  if (entry.kind !== 'measure') return null;
  const { policy, measure } = entry;
  if (focus === 'how-to-apply')
    return missingLine(question, measure.clause.text, whomToAsk(policy, measure), guideOf(policy, measure));
  if (focus === 'department')
    return measure.responsible.length > 0 ? measureWords.departments(measure.responsible.join('、')) : null;
  if (focus === 'deadline') return lastDayLine(policy, today);
  const asked = askedFigure(question);
  return asked !== null && !hasFigure(shown, asked) ? `${measureWords.noFigure[asked]}。` : null;
}

/** 申报截至2022年7月30日，还有10天 · 文件没有写申报截止日期，有效期至…. */
function lastDayLine(policy: Policy, today: Day): string {
  const left = daysLeft(policy, today);
  return [
    policy.applyBy ? null : `${validityWords.noDeadline}，`,
    `${datesOf(policy)}。`,
    left === null ? null : validityWords.daysLeft(left),
  ]
    .filter(Boolean)
    .join('');
}

const ended = (policy: Policy, today: Day): string =>
  validityOn(policy, today) === 'expired' ? validityWords.ended : '';

/** The year stands in the number beside it, where it is the same. */
function shortDate({ number, applyBy, validUntil }: Policy): string {
  const short = (day: Day) =>
    number.includes(`〔${day.slice(0, 4)}〕`) ? dayWords(day).replace(/^\d{4}年/u, '') : dayWords(day);
  if (applyBy) return validityWords.applyBy(short(applyBy.day));
  return validUntil ? validityWords.until(short(validUntil.day)) : validityWords.noEnd;
}

/** `shown`: of the nearest, the words that are quoted below it. */
function entryLine(
  { entry }: Ranked,
  place: number,
  speaksFor: string | undefined,
  today: Day,
  shown?: string,
): string {
  const { policy } = entry;
  if (entry.kind === 'document')
    return menuWords.entry(
      place,
      policy.title,
      [
        speaksFor,
        policy.number === policy.slug ? null : policy.number,
        ended(policy, today) + shortDate(policy),
      ]
        .filter(Boolean)
        .join('，'),
    );
  const figure = mainFigure(shown ?? entry.measure.clause.text);
  const more = [
    speaksFor,
    figure,
    printedName(policy) + itemWords(entry.measure),
    ended(policy, today) + shortDate(policy),
  ]
    .filter(Boolean)
    .join('，');
  return menuWords.entry(place, entry.measure.title, more);
}

/** A measure as an entry of a list. */
export const tellEntry = (
  policy: Policy,
  measure: Measure,
  { place, today }: { place: number; today: Day },
): string => {
  const figure = mainFigure(measure.clause.text);
  const more = [figure, printedName(policy) + itemWords(measure), ended(policy, today) + shortDate(policy)];
  return menuWords.entry(place, measure.title, more.filter(Boolean).join('，'));
};

export function labelOf({ entry }: Ranked): string {
  return entry.kind === 'measure' ? entry.measure.title : entry.policy.title;
}
