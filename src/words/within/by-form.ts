/** 钱多久能到 · 一家能领几次: asked for in a form, and stated by the sentence that has the form. */
import { writtenAs } from '../../retrieval/index.ts';
import { whomToAsk } from '../answer/parts.ts';
import { datesOf } from '../answer/validity.ts';
import type { Aspect } from './aspects.ts';
import { type Passage, passagesOf } from './passages.ts';
import type { Chosen, Seeking } from './seeking.ts';
import { withinWords as words } from './words.ts';
import { worthOf } from './worth.ts';
import { sayYesOrNo } from './yes-or-no.ts';

/** The form that is asked for stands in a sentence: of several the one with most of the question's words. */
export function byForm(seeking: Seeking, aspect: Aspect): Chosen {
  const { policy, measure, ask } = seeking;
  const isOfSteps = aspect.name === 'payout';
  const pools = measure.benefits.flatMap(({ pool }) => (pool === null ? [] : [pool.text]));
  const all = passagesOf(policy, measure).filter(
    ({ text }) => aspect.says.test(text) && !pools.some((pool) => OF_ALL.test(text) && text.includes(pool)),
  );
  const own = all.filter((one) => one.own);
  const nearest = own.length > 0 ? own : all;
  const stating = isOfSteps ? nearest : ofTheKindAsked(nearest, ask.question);
  if (stating.length === 0) {
    const lacking = words.lacking(aspect.name, whomToAsk(policy, measure));
    const until = aspect.name === 'later' ? `${datesOf(policy)}。` : '';
    return { opening: `${until}${lacking}`, passages: [] };
  }
  const worth = worthOf(seeking, stating);
  const ranked = stating.toSorted((a, b) => worth(b) - worth(a) || Number(b.own) - Number(a.own));
  const passages = withNeighbours(ranked[0]!, stating, {
    worth,
    near: isOfSteps ? STEP : BESIDE,
  });
  const text = passages.map((one) => one.text).join('');
  return { opening: sayYesOrNo(ask, text, { aspect, matched: [] }), passages };
}

/** 总奖励金额不超过500万元: for all together, the most of nobody. */
const OF_ALL = /总/u;

/** 最多几个人: those with a figure of that kind, where any has one. */
function ofTheKindAsked(passages: Passage[], question: string): Passage[] {
  const forms = writtenAs(question);
  const having = passages.filter(({ text }) => forms.some((form) => form.test(text)));
  return having.length > 0 ? having : passages;
}

/** What comes so near to the best, of the same section, is shown beside it, as far as a message holds it. */
const BESIDE = 0.9;
/** 审核, 公示, 拨付: steps follow each other, whatever was asked for. */
const STEP = 0;
const LONGEST = 160;

function withNeighbours(
  best: Passage,
  stating: readonly Passage[],
  { worth, near: least }: { worth: (passage: Passage) => number; near: number },
): Passage[] {
  const near = stating.filter((one) => one.measure === best.measure && worth(one) >= least * worth(best));
  let room = LONGEST - best.text.length;
  return near.filter((one) => {
    if (one !== best) room -= one.text.length;
    return one === best || room >= 0;
  });
}
