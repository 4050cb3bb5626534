/** The message tells something of the enterprise: it is stored, and what it changes is said. */

import type { Effect, FactValue } from '../../contract/index.ts';
import { withFacts } from '../../facts/index.ts';
import type { Reading, Unsure } from '../../language/index.ts';
import { find } from '../../retrieval/index.ts';
import { sayFacts, verdictWords as words } from '../../words/index.ts';
import { asks } from '../fit-question.ts';
import { heardOf, readScene } from '../reading.ts';
import { saidOfOneself } from '../said-of-oneself.ts';
import { type Handler, type Outcome, type Scene, say } from '../scene.ts';
import { remember } from '../state.ts';
import { targetOf } from '../target.ts';
import { stepThread } from '../thread.ts';
import { note } from './note.ts';
import { question } from './question.ts';

export const facts: Handler = (scene) => {
  if (isSmallTalk(scene)) return null;
  const read = saidOfOneself(scene, withRefusal(scene, readScene(scene)));
  // What is only supposed is never kept.
  if (read === null || read.whatIf) return null;
  const told = Object.keys(read.facts);
  if (told.length === 0 && read.unknown.length === 0) return unbelieved(scene, read);
  const target = targetOf(scene, read);
  const remarks = remarksOn(scene, read);
  if (target !== null) {
    // 不知道 to several questions at once is said of none of them for good: what stays open is asked again later.
    const blanket = told.length === 0 && read.unknown.length > 1 && read.mentions.length === 0;
    const step = {
      facts: read.facts,
      notKnown: blanket ? [] : read.unknown,
      before: remarks,
      silent: blanket,
    };
    const asked = asks(scene.message.text)
      ? { ...scene, state: { ...scene.state, lastQuestion: scene.message.text } }
      : scene;
    const outcome = stepThread(asked, target, step);
    if (outcome) return outcome;
  }
  if (told.length === 0) return null;
  const isQuestion = asks(scene.message.text) || namesBeside(scene, read);
  return isQuestion ? answerAndNote(scene, read.facts) : note(scene, read.facts, remarks);
};

/** 做新材料的，想上首批次保险: beside what it tells, the message surely names a measure, which is what it wants to hear of. */
function namesBeside({ utterance, mind, today }: Scene, { toldIn }: Reading): boolean {
  const told = Object.values(toldIn);
  const beside = utterance.clauses
    .filter(({ holder, addresses }) => holder === 'self' && !addresses)
    .filter(({ start, end }) => !told.some((span) => span.start < end && start < span.end));
  const text = beside.map((clause) => clause.text).join('，');
  return text !== '' && find(mind.index, text, { today }).band === 'answer';
}

/** 不方便说: what was asked stays open, as if it were not known. */
const LONGEST_REFUSAL = 12;
function withRefusal({ state, message }: Scene, read: Reading): Reading {
  // 先不说这个，房租能减吗 goes on to something else.
  const refuses = read.refused && message.text.length <= LONGEST_REFUSAL && !asks(message.text);
  return refuses ? { ...read, unknown: [...new Set([...read.unknown, ...state.asked])] } : read;
}

/** 你这个破机器人 says nothing of the enterprise. */
function isSmallTalk({ mind, message, today, state }: Scene): boolean {
  const { band, smallTalk } = find(mind.index, message.text, { today });
  // 对的 and 11% answer what was asked.
  return band === 'small-talk' && !(smallTalk === 'ok' && state.asked.length > 0);
}

/** What has to be said of the figures themselves: a changed value with the old one, a value not believed, a doubt. */
function remarksOn({ known, mind }: Scene, read: Reading): string | null {
  const { facts: declared } = mind.knowledge;
  const changes = Object.entries(read.facts).flatMap(([name, value]) => {
    const fact = declared.get(name);
    const before = known.profile[name];
    if (!fact || value === null || before === undefined || same(before, value) || typeof value === 'boolean')
      return [];
    return [
      words.changed(
        sayFacts(mind.knowledge, { [name]: value }),
        sayFacts(mind.knowledge, { [name]: before }),
      ),
    ];
  });
  const doubts = read.nonsense.map(({ fact, why }) =>
    words.notBelieved(declared.get(fact)?.label ?? fact, why),
  );
  const lines = [...changes, ...doubts];
  return lines.length > 0 ? lines.join('') : null;
}

function same(a: FactValue, b: FactValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Nothing but a value that cannot be, or one that is not clear: say so kindly, and ask for it alone. */
function unbelieved(scene: Scene, read: Reading): Outcome | null {
  const { state, mind, message } = scene;
  const { facts: declared } = mind.knowledge;
  const isAsked = ({ fact, value }: Unsure) =>
    state.asked.includes(fact) && (value !== null || !asks(message.text));
  // 我们有350人，能拿多少: the question is answered, and asks for the head count beside what else it needs.
  const doubted = read.unsure.filter((one) => isAsked(one) || (one.value !== null && !asks(message.text)));
  const heard = heardOf(
    read,
    doubted.map(({ fact }) => fact),
  );
  const doubts = doubted.map(({ fact, value, why }) => {
    const label = declared.get(fact)?.label ?? fact;
    if (why === 'unit' && typeof value === 'number') return words.whichUnit(label, value);
    const said = heard[fact];
    return said === undefined
      ? words.unsure(label)
      : words.isItThat(sayFacts(mind.knowledge, { [fact]: said }));
  });
  const remarks = [remarksOn(scene, read), ...doubts].filter((line) => line !== null);
  if (remarks.length === 0) return null;
  const kept = { ...state, lastQuestion: message.text, heard: { ...state.heard, ...heard } };
  const open = doubted.length > 0 ? doubted.map(({ fact }) => fact) : state.asked;
  return say(kept, remarks.join(''), {
    about: state.thread?.measure ?? state.about,
    asks: open.length > 0 ? open : null,
  });
}

/** A question that also tells something: answered, and what it told is kept. */
function answerAndNote(scene: Scene, told: Record<string, FactValue | null>): Outcome | null {
  const { state, known } = scene;
  const outcome = question({ ...scene, known: { ...known, profile: withFacts(known.profile, told) } });
  if (!outcome) return null;
  const step = { facts: known.profile, about: state.about, thread: state.thread };
  const effects: Effect[] = [{ kind: 'profile-updated', facts: told }, ...outcome.effects];
  return { ...outcome, state: remember(outcome.state, step), effects };
}
