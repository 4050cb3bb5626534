/** A figure or a time of the question held against those of the sentences. */
import { readFigures } from '../../figures/index.ts';
import { asksYesOrNo } from '../../language/index.ts';
import { foundShareIn } from '../../retrieval/index.ts';
import { type Passage, passagesOf } from './passages.ts';
import type { Chosen, Seeking } from './seeking.ts';
import { withinWords as words } from './words.ts';
import { thingsIn, worthOf } from './worth.ts';
import { heldAgainst } from './yes-or-no.ts';

/** 那40%是啥意思 · 必须招40%吗: the sentence that has the very share. */
export function byPercent(seeking: Seeking): Chosen | null {
  const { policy, measure, ask } = seeking;
  const [share] = sharesIn(ask.question);
  const found = passagesOf(policy, measure).find(
    ({ own, text }) => own && share !== undefined && sharesIn(text).includes(share),
  );
  return found === undefined ? null : { opening: null, passages: [found] };
}
const sharesIn = (text: string): number[] =>
  readFigures(text, {}).flatMap((figure) =>
    figure.kind === 'percent' && figure.value !== undefined ? [figure.value] : [],
  );

/** 去年参加的能补吗: a time before the document holds, of which it says nothing. */
export function byStart(seeking: Seeking): Chosen | null {
  const { policy, ask } = seeking;
  const { validFrom } = policy;
  if (validFrom === null || !asksYesOrNo(ask.question)) return null;
  const times = readFigures(ask.question, { ref: ask.today }).flatMap((figure) =>
    figure.kind === 'date' ? [figure.value] : figure.kind === 'daterange' && figure.to ? [figure.to] : [],
  );
  const [day, ...more] = times;
  if (day === undefined || more.length > 0 || day >= validFrom.day) return null;
  const home: Passage = { text: validFrom.quote.replace(/\s/gu, ''), measure: null, own: false };
  return { opening: words.beforeStart, passages: [home] };
}

/** 员工350人行不行: the sentence with a bound or a time for what is asked about. */
export function byComparing(seeking: Seeking): Chosen | null {
  const { index, policy, measure, ask } = seeking;
  if (!asksYesOrNo(ask.question) && !ask.told) return null;
  const named = thingsIn(ask.question);
  const passages = passagesOf(policy, measure).filter(
    ({ text }) =>
      named.length > 0 && foundShareIn(index, named, text) >= ITS_NOUN && heldAgainst(ask, text) !== null,
  );
  const worth = worthOf(seeking, passages);
  const [best] = passages.toSorted((a, b) => worth(b) - worth(a));
  return best === undefined ? null : { opening: heldAgainst(ask, best.text), passages: [best] };
}

/** A noun of several words is met by a part of it: 合同签 by 劳动合同. */
const ITS_NOUN = 0.35;
