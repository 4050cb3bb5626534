/** The dialogue: one turn is (conversation, message, today, known) → (conversation, reply, effects). Pure. */
import {
  type Day,
  type Effect,
  type Known,
  type Message,
  type Reply,
  wordsOfChoice,
} from '../contract/index.ts';
import { withActions, general as words } from '../words/index.ts';
import { withWords } from './evidence.ts';
import { apart, spokenOf } from './firms.ts';
import { acting } from './handlers/acts.ts';
import { allFirms } from './handlers/all-firms.ts';
import { alternatives } from './handlers/alternatives.ts';
import { answers } from './handlers/answers.ts';
import { comparison } from './handlers/comparison.ts';
import { corrected } from './handlers/corrected.ts';
import { sameOfDocument } from './handlers/earlier.ts';
import { facts } from './handlers/facts.ts';
import { confirmation } from './handlers/general.ts';
import { hearsay } from './handlers/hearsay.ts';
import { option } from './handlers/option.ts';
import { otherSite } from './handlers/other-site.ts';
import { withPiece } from './handlers/pieces.ts';
import { oneTakenAway } from './handlers/profile.ts';
import { question } from './handlers/question.ts';
import { refusal } from './handlers/refusal.ts';
import { changedTime } from './handlers/reminders.ts';
import { joining } from './handlers/sharing.ts';
import { firmBesideOurs, sideBySide } from './handlers/side-by-side.ts';
import { stacking } from './handlers/stacking.ts';
import { addingUp } from './handlers/sums.ts';
import { telephone } from './handlers/tickets.ts';
import { whatIf } from './handlers/what-if.ts';
import { withHeard } from './heard.ts';
import { readIntent } from './intents.ts';
import { readOnce, saying } from './read-once.ts';
import { type Handler, type Mind, type Outcome, type ReminderPlanner, type Scene, say } from './scene.ts';
import { readState, type State } from './state.ts';

export type { Mind, ReminderPlanner } from './scene.ts';
export type { State } from './state.ts';

/** What a message may be, in the order in which it is taken for it: a tap, an answer to what was offered, an act, a matter. */
const HANDLERS: readonly Handler[] = [
  answers,
  option,
  confirmation,
  telephone,
  joining,
  changedTime,
  acting,
  oneTakenAway,
  corrected,
  sameOfDocument,
  allFirms,
  sideBySide,
  firmBesideOurs,
  hearsay,
  otherSite,
  alternatives,
  comparison,
  refusal,
  addingUp,
  stacking,
  whatIf,
  facts,
  question,
];

export interface TurnInput {
  /** The stored conversation as JSON; null at first contact. */
  state: string | null;
  message: Message;
  /** Local time in Asia/Shanghai, 'YYYY-MM-DDTHH:MM'. */
  now: string;
  today: Day;
  known: Known;
  mind: Mind;
  planner: ReminderPlanner;
}

export interface TurnOutput {
  state: State;
  reply: Reply;
  effects: Effect[];
  /** No document answers what was asked. */
  unanswered?: boolean;
}

/** Any message, in any state, gets a reply: the last handler always answers. */
export function turn(input: TurnInput): TurnOutput {
  const state = readState(input.state);
  const { message, utterance } = readOnce(withPiece(asSaid(input.message), state.piece), input);
  const scene: Scene = {
    ...input,
    message,
    utterance,
    state: { ...state, confirm: null, lastAct: null, piece: null },
    confirm: state.confirm,
    lastAct: state.lastAct,
  };
  const spoken = spokenOf(scene);
  const outcome =
    message.text.trim() === '' && readIntent(message) === null && !input.message.choice
      ? say(scene.state, words.empty)
      : apart(withHeard(answer(spoken.scene), spoken.scene), spoken, state);
  const { reply } = outcome;
  const comesTo = outcome.state.about !== null && outcome.state.about !== state.about;
  const opened = comesTo ? message.text : outcome.state.opened;
  const card = withActions(reply.card, reply, input.mind.knowledge, input.today);
  const text = input.known.firstContact ? `${reply.text}\n${words.firstContact}` : reply.text;
  return {
    ...outcome,
    state: { ...outcome.state, opened },
    reply: { ...reply, text, card },
    effects: withWords(outcome.effects, scene),
  };
}

/** A button that says words is those words. */
function asSaid(message: Message): Message {
  const said = wordsOfChoice(message.choice);
  return said === null ? message : { text: said };
}

function answer(scene: Scene): Outcome {
  for (const handler of HANDLERS) {
    const outcome = handler(scene);
    if (outcome) return outcome.rest === undefined ? outcome : withRest(scene, outcome, outcome.rest);
  }
  return say(scene.state, words.trouble);
}

/** The first part of the message is dealt with; the rest is answered as what is sent next. */
function withRest(scene: Scene, { state, effects }: Outcome, rest: string): Outcome {
  const next = answer(saying({ ...scene, state, confirm: null, lastAct: null }, rest));
  return { ...next, effects: [...effects, ...next.effects] };
}
