/** The dialogue: one turn is (conversation, message, today, known) → (conversation, reply, effects). Pure. */
import {
  type Day,
  type Effect,
  type Known,
  type Message,
  type Reply,
  wordsOfChoice,
} from '../contract/index.ts';
import { matter, plainText, readUtterance, type Utterance, withoutOpenings } from '../language/index.ts';
import { withActions, general as words } from '../words/index.ts';
import { standsInDocumentsOf } from './documents.ts';
import { withWords } from './evidence.ts';
import { answers } from './handlers/answers.ts';
import { checkup } from './handlers/checkup.ts';
import { facts } from './handlers/facts.ts';
import { confirmation, general } from './handlers/general.ts';
import { option } from './handlers/option.ts';
import { profile } from './handlers/profile.ts';
import { question } from './handlers/question.ts';
import { reminders } from './handlers/reminders.ts';
import { sheet } from './handlers/sheet.ts';
import { stacking } from './handlers/stacking.ts';
import { tickets } from './handlers/tickets.ts';
import { whatIf } from './handlers/what-if.ts';
import { type Handler, type Mind, type ReminderPlanner, type Scene, say } from './scene.ts';
import { readState, type State } from './state.ts';

export type { Mind, ReminderPlanner } from './scene.ts';
export type { State } from './state.ts';

/** Tried in order: the first that makes the message its business answers it. */
const HANDLERS: readonly Handler[] = [
  answers,
  option,
  confirmation,
  tickets,
  reminders,
  checkup,
  sheet,
  profile,
  general,
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
  const { message, utterance } = readOnce(asSaid(input.message), input);
  const scene: Scene = {
    ...input,
    message,
    utterance,
    state: { ...state, confirm: null },
    confirm: state.confirm,
  };
  const outcome =
    message.text.trim() === '' && !input.message.choice ? say(scene.state, words.empty) : answer(scene);
  const { reply } = outcome;
  const card = withActions(reply.card, reply, input.mind.knowledge, input.today);
  const text = input.known.firstContact ? `${reply.text}\n${words.firstContact}` : reply.text;
  return { ...outcome, reply: { ...reply, text, card }, effects: withWords(outcome.effects, scene) };
}

/** A button that says words is those words. */
function asSaid(message: Message): Message {
  const said = wordsOfChoice(message.choice);
  return said === null ? message : { text: said };
}

/** Read once: what is asked, and what each part of it tells. Everything behind sees no more of the message than this. */
function readOnce(message: Message, { today, mind }: TurnInput): { message: Message; utterance: Utterance } {
  const utterance = readUtterance(message.text, {
    today,
    quoted: message.quoted ?? null,
    standsInDocument: standsInDocumentsOf(mind.index),
  });
  // Passed on without a word: what is asked is what it is about.
  const text =
    utterance.text.trim() === '' && utterance.quoted ? plainText(utterance.quoted) : matter(utterance);
  return { message: { ...message, text }, utterance: withoutOpenings(utterance) };
}

function answer(scene: Scene): TurnOutput {
  for (const handler of HANDLERS) {
    const outcome = handler(scene);
    if (outcome) return outcome;
  }
  return say(scene.state, words.trouble);
}
