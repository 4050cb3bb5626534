/** Values asked for by what they are of: the step of a list, the place in it, a section beside the grants. */
import { foundShareIn, writtenAs } from '../../retrieval/index.ts';
import { passagesOf } from './passages.ts';
import { respectiveIn } from './respective.ts';
import type { Chosen, Seeking } from './seeking.ts';
import { tierIn } from './tiers.ts';
import { withinWords as words } from './words.ts';
import { thingsIn, worthOf } from './worth.ts';

/** 6亿算哪一档: the highest of the steps that it reaches. */
export function byTier(seeking: Seeking): Chosen | null {
  const { policy, measure, ask } = seeking;
  if (!ASKS_TIER.test(ask.question)) return null;
  for (const passage of passagesOf(policy, measure)) {
    const step = passage.own ? tierIn(passage.text, ask.question) : null;
    if (step !== null) return { opening: words.tier(step), passages: [passage] };
  }
  return null;
}
const ASKS_TIER = /哪一?个?[档级]|第几[档级]|几档/u;

/** 申报书要交几份: a value of the kind asked for, of the thing named, in a section beside the grants. */
export function byElsewhere(seeking: Seeking): Chosen | null {
  const { index, policy, measure, ask } = seeking;
  const [forms, named] = [writtenAs(ask.question), thingsIn(ask.question)];
  if (forms.length === 0) return null;
  const stating = passagesOf(policy, measure).filter(
    ({ own, text }) => !own && forms.every((form) => form.test(text)),
  );
  // 几份, of nothing that is named: where only one sentence of the sections has such a value.
  const inSections = stating.filter((one) => one.measure !== null);
  if (named.length === 0) return inSections.length === 1 ? { opening: null, passages: inSections } : null;
  const passages = stating.filter(({ text }) => foundShareIn(index, named, text) >= ALL_NAMED);
  const worth = worthOf(seeking, passages);
  const [best] = passages.toSorted((a, b) => worth(b) - worth(a));
  return best === undefined ? null : { opening: null, passages: [best] };
}
const ALL_NAMED = 0.8;

/** 省级的多少 · 那博士呢: one of those for which the figures are listed. */
export function byPlaceInList(seeking: Seeking): Chosen | null {
  const { policy, measure, ask } = seeking;
  if (!ASKS_FIGURE.test(ask.question)) return null;
  const found = passagesOf(policy, measure).flatMap((passage) => {
    const one = passage.own ? respectiveIn(passage.text, ask.question) : null;
    return one ? [{ passage, one }] : [];
  });
  const [first] = found;
  return first ? { opening: words.each(first.one.named, first.one.figure), passages: [first.passage] } : null;
}
const ASKS_FIGURE = /多少|几|呢[?？]?$/u;

/** 一家给多少, of a section with several grants as its items: the item that the talk is about. */
export function byValue(seeking: Seeking): Chosen | null {
  const { policy, measure, ask } = seeking;
  const forms = writtenAs(ask.question);
  const stating = passagesOf(policy, measure).filter(
    ({ own, text }) => own && ITEM.test(text) && forms.some((form) => form.test(text)),
  );
  const worth = worthOf(seeking, stating);
  const [best, next] = stating.toSorted((a, b) => worth(b) - worth(a));
  const standsOut = best !== undefined && next !== undefined && worth(best) >= CLEARLY * worth(next);
  return standsOut ? { opening: null, passages: [best] } : null;
}
const CLEARLY = 1.5;
const ITEM = /^[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．]/u;
