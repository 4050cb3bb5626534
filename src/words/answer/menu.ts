/** Up to three measures to choose from: validity first, the nearest one's sentence, then title, main figure and date of each. */
import type { Day } from '../../contract/index.ts';
import type { Policy } from '../../policy/index.ts';
import { areApart, type Index, type Ranked } from '../../retrieval/index.ts';
import { dayWords, measureWords, menuWords, validityWords } from '../answers.ts';
import { mainFigure } from './main-figure.ts';
import type { Told } from './measure.ts';
import { guideOf, missingLine } from './missing.ts';
import { itemWords, lines, shortNumber, spokenPart, whomToAsk } from './parts.ts';
import { type Ask, quoteFrom } from './quote.ts';
import { datesOf, validityOn } from './validity.ts';

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
              entryLine(choice, 1, places(choice)),
              askedLine(choice, ask),
              measureWords.quote(quote.text),
            )
          : entryLine(choice, at + 1, places(choice)),
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
function askedLine({ entry }: Ranked, { focus, question }: Ask): string | null {
  if (entry.kind !== 'measure') return null;
  const { policy, measure } = entry;
  if (focus === 'how-to-apply')
    return missingLine(question, measure.clause.text, whomToAsk(policy, measure), guideOf(policy, measure));
  if (focus !== 'department' || measure.responsible.length === 0) return null;
  return measureWords.departments(measure.responsible.join('、'));
}

function shortDate(policy: Policy): string {
  if (policy.applyBy) return validityWords.applyBy(dayWords(policy.applyBy.day));
  return policy.validUntil ? validityWords.until(dayWords(policy.validUntil.day)) : validityWords.noEnd;
}

function entryLine({ entry }: Ranked, place: number, speaksFor: string | undefined): string {
  const { policy } = entry;
  if (entry.kind === 'document')
    return menuWords.entry(
      place,
      policy.title,
      [speaksFor, shortNumber(policy.number), shortDate(policy)].filter(Boolean).join('，'),
    );
  const figure = mainFigure(entry.measure.clause.text);
  const more = [speaksFor, figure, shortNumber(policy.number) + itemWords(entry.measure), shortDate(policy)]
    .filter(Boolean)
    .join('，');
  return menuWords.entry(place, entry.measure.title, more);
}

export function labelOf({ entry }: Ranked): string {
  return entry.kind === 'measure' ? entry.measure.title : entry.policy.title;
}
