/** 能拿几万，归哪个局管: several things asked of what is in hand in one message, each answered in a line. */
import type { Checked } from '../../eligibility/index.ts';
import { subjectOf } from '../../policy/index.ts';
import type { Finding, Focus } from '../../retrieval/index.ts';
import { askedFigure, hasLine, sayAmount, sayBasis, sayStanding, tellEach } from '../../words/index.ts';
import { aimOf } from '../aim.ts';
import { checkMeasure } from '../check.ts';
import { asksWhetherItFits } from '../fit-question.ts';
import { clausesOf } from '../reading.ts';
import { type Outcome, type Scene, say } from '../scene.ts';
import { stillAsked } from '../topic.ts';
import { asksHowToApply, focusOf } from './follow-up.ts';

export function twoAsks(scene: Scene, found: Finding): Outcome | null {
  const { state, mind, message, today } = scene;
  const focuses = [...new Set(clausesOf(message.text).flatMap(focusIn))];
  const subject = subjectOf(mind.knowledge, state.about);
  if (focuses.length < 2 || state.about === null || !subject?.measure) return null;
  if (aimOf(scene, found, focuses[0]!).subject === null) return null;
  const { policy, measure } = subject;
  const checked = focuses.includes('amount') ? inHand(scene, state.about) : null;
  const told = tellEach(policy, measure, focuses, {
    question: message.text,
    today,
    expirySaid: state.expirySaid.includes(policy.number),
    amountLine: checked ? amountOf(scene, checked) : undefined,
  });
  // A sum stands beside its clause.
  const basis = checked ? `\n${sayBasis(checked)}` : '';
  return say(state, `${told}${basis}${stillAsked(scene, state.about)}`, {
    about: state.about,
    asks: state.asked.length > 0 ? state.asked : null,
  });
}

/** What one clause asks for; nothing where it asks for nothing that has a line of its own. */
function focusIn(clause: string): Focus[] {
  if (asksHowToApply(clause)) return ['how-to-apply'];
  const focus = focusOf(clause);
  if (focus !== null && hasLine(focus)) return [focus];
  return askedFigure(clause) === 'sum' || asksWhetherItFits(clause) ? ['amount'] : [];
}

const inHand = (scene: Scene, id: string): Checked | null =>
  checkMeasure(scene, id, scene.known.profile, {
    benefit: scene.state.thread?.benefit ?? null,
    question: scene.message.text,
    before: scene.state.opened,
  });

/** What it comes to with what was told; before a verdict, what the measure pays. */
function amountOf({ mind }: Scene, checked: Checked): string {
  const { facts } = mind.knowledge;
  const isOpen = checked.main.verdict === 'unknown';
  return `${isOpen ? sayAmount(checked.main, facts) : sayStanding(checked, facts)}。`;
}
