/** 8月签的, said in January: a month of this year that is still to come, of a deed told as done, is last year's. */
import { addYears, type Day, daysBetween } from '../contract/index.ts';
import type { Figure } from '../figures/index.ts';

export const withPastDays = (figures: readonly Figure[], text: string, today: Day): Figure[] =>
  figures.map((figure) => (isLastYears(figure, text, today) ? aYearBefore(figure) : figure));

function isLastYears(figure: Figure, text: string, today: Day): boolean {
  if (figure.kind !== 'date' && figure.kind !== 'daterange') return false;
  const first = figure.kind === 'date' ? figure.value : figure.from;
  const isYearUnsaid = figure.assumed?.includes('year') === true;
  const isFar = first !== undefined && daysBetween(today, first) > HALF_A_YEAR;
  return isFar && isYearUnsaid && DONE.test(text.slice(figure.end));
}

/** Nearer in the year before than in this one. */
const HALF_A_YEAR = 183;

/** 签的, 付了, 刚办过; not 要签了, 到期的. */
const DONE =
  /^(?:[份初中底末]|上旬|中旬|下旬)*(?:就|才|都|也|又|刚|已经?|全|一起|正式)*(?![要会想将快能到])\p{Script=Han}(?:[好完成下到齐]?[了过]|的(?:$|[,。;!]))/u;

function aYearBefore(figure: Figure): Figure {
  if (figure.kind === 'date') return { ...figure, value: addYears(figure.value, -1) };
  if (figure.kind !== 'daterange') return figure;
  const { from, to } = figure;
  return {
    ...figure,
    ...(from === undefined ? {} : { from: addYears(from, -1) }),
    ...(to === undefined ? {} : { to: addYears(to, -1) }),
  };
}
