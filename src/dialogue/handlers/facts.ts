/** The message tells something of the enterprise: it is stored, and what it changes is said. */

import type { Effect, FactValue, Thing } from '../../contract/index.ts';
import { withFacts } from '../../facts/index.ts';
import type { Reading, Unsure } from '../../language/index.ts';
import { find } from '../../retrieval/index.ts';
import { sayFacts, verdictWords as words } from '../../words/index.ts';
import { addedUp, leavesOut, withLeftOut } from '../added.ts';
import { asks } from '../fit-question.ts';
import { NAMED_FOR_SURE } from '../nearness.ts';
import { saying } from '../read-once.ts';
import { heardOf, readScene } from '../reading.ts';
import { withoutOldBase } from '../redated.ts';
import { saidOfOneself } from '../said-of-oneself.ts';
import { type Handler, type Outcome, type Scene, say } from '../scene.ts';
import { before, remember } from '../state.ts';
import { targetOf } from '../target.ts';
import { takenInHand } from '../things.ts';
import { profileUpdated, stepThread } from '../thread.ts';
import { clausesBeside } from '../told-beside.ts';
import { relevance } from '../topic.ts';
import { withAside } from './aside.ts';
import { joined, note } from './note.ts';
import { asksWhichOfIt } from './of-document.ts';
import { question } from './question.ts';
import { triedOut } from './what-if.ts';

export const facts: Handler = (scene) => {
  if (isSmallTalk(scene)) return null;
  const own = saidOfOneself(scene, withRefusal(scene, readScene(scene)));
  // What is only supposed is never kept.
  if (own === null || own.whatIf) return null;
  const read = withoutOldBase(scene, withLeftOut(scene, own));
  const contradictions = read.unsure.filter(({ why }) => why === 'contradiction');
  if (contradictions.length > 0) return askWhichHolds(scene, read, contradictions);
  const told = Object.keys(read.facts);
  if (told.length === 0 && read.unknown.length === 0) return unbelieved(scene, read);
  const target = asksWhichOfIt(scene) ? null : targetOf(scene, read);
  const things = takenInHand(scene, read, target);
  return things
    ? tell(scene, { ...read, facts: things.facts }, target, things.beside)
    : tell(scene, read, target, undefined);
};

/** Stores what was told, and goes on with the measure that it is for; without one it is noted. */
function tell(
  scene: Scene,
  read: Reading,
  target: string | null,
  beside: readonly Thing[] | undefined,
): Outcome | null {
  const told = Object.keys(read.facts);
  const apart = besideIt(scene, beside);
  const remarks = remarksOn(scene, apart === null ? read : withoutThings(scene, read));
  if (target !== null) {
    // 不知道 to several questions at once is said of none of them for good: what stays open is asked again later.
    const blanket = told.length === 0 && read.unknown.length > 1 && read.mentions.length === 0;
    const step = {
      facts: read.facts,
      beside,
      notKnown: blanket ? [] : read.unknown,
      before: joined(remarks, apart),
      silent: blanket,
    };
    const asked = asks(scene.message.text)
      ? { ...scene, state: { ...scene.state, lastQuestion: scene.message.text } }
      : scene;
    const outcome = stepThread(asked, target, step);
    if (outcome) return withAside(scene, outcome);
  }
  if (told.length === 0) return null;
  return asks(scene.message.text) || namesBeside(scene, read)
    ? answerAndNote(asAsked(scene, read), read.facts, beside)
    : note(scene, { told: read.facts, beside, remarks, apart });
}

/** 另有一笔单独记着: what stands beside the thing in hand, where the message changed that. */
function besideIt({ known, mind }: Scene, beside: readonly Thing[] | undefined): string | null {
  if (beside === undefined || JSON.stringify(beside) === JSON.stringify(known.beside ?? [])) return null;
  return words.keptApart(beside.map(({ facts: of }) => sayFacts(mind.knowledge, of)));
}

/** 做新材料的，想上首批次保险: beside what it tells, the message surely names a measure, which is what it wants to hear of. */
const namesBeside = (scene: Scene, read: Reading): boolean => {
  const text = besideTold(scene, read);
  return text !== '' && find(scene.mind.index, text, { today: scene.today }).band === 'answer';
};

/** What of the message tells nothing of the enterprise. */
const besideTold = (scene: Scene, read: Reading): string =>
  clausesBeside(scene, read)
    .map(({ text }) => text)
    .join('，');

/**
 * 青山湖做五金的，货款收不回来，怎么办: where one is and what one makes only lead astray where the rest names its measure for sure, and what
 * the whole comes to looks at nothing of it.
 */
function asAsked(scene: Scene, read: Reading): Scene {
  const { mind, today } = scene;
  const rest = besideTold(scene, read);
  if (rest === '') return scene;
  const [whole, asked] = [scene.message.text, rest].map((text) => find(mind.index, text, { today }));
  const first = whole?.ranked[0]?.entry;
  const told = Object.keys(read.facts).filter((name) => read.facts[name] !== false);
  const uses = first?.kind === 'measure' && relevance(scene, first.measure.id, told) > 0;
  const isNamed = asked?.band === 'answer' && asked.ranked[0]!.score >= NAMED_FOR_SURE;
  return uses || !isNamed || first === asked.ranked[0]!.entry ? scene : saying(scene, rest);
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

/**
 * Another figure than was told before: both are said, with what the new one would come to, and a yes takes it. What else the message told
 * is kept.
 */
function askWhichHolds(scene: Scene, read: Reading, contradictions: readonly Unsure[]): Outcome {
  const { state, mind, known, message } = scene;
  const names = contradictions.map(({ fact }) => fact);
  const said = heardOf(read, names);
  const sums = leavesOut(message.text) ? addedUp(known.profile, said) : {};
  const heard = { ...said, ...sums };
  const lines = names.map((fact) => {
    const [before, now] = [known.profile[fact]!, said[fact]!].map((value) =>
      sayFacts(mind.knowledge, { [fact]: value }),
    ) as [string, string];
    const sum = sums[fact];
    return sum === undefined
      ? words.whichHolds(before, now)
      : words.addsUp(before, now, sayFacts(mind.knowledge, { [fact]: sum }));
  });
  const others = Object.keys(read.facts).length > 0;
  const effects: Effect[] = others ? [{ kind: 'profile-updated', facts: read.facts }] : [];
  const tried = state.thread && triedOut(scene, state.thread.measure, { ...read.facts, ...heard });
  const kept = { ...(tried?.state ?? state), lastQuestion: message.text, heard };
  const text = [...lines, ...(tried ? [tried.reply.text] : [])].join('\n');
  return say(
    others ? remember(kept, { ...before(known), about: state.about, thread: state.thread }) : kept,
    text,
    { ...tried?.reply, text, about: state.thread?.measure ?? state.about, asks: names },
    effects,
  );
}

/** A question that also tells something: answered, and what it told is kept. */
function answerAndNote(
  scene: Scene,
  told: Record<string, FactValue | null>,
  beside: readonly Thing[] | undefined,
): Outcome | null {
  const { state, known } = scene;
  const outcome = question({ ...scene, known: { ...known, profile: withFacts(known.profile, told) } });
  if (!outcome) return null;
  const step = { ...before(known), about: state.about, thread: state.thread };
  const effects: Effect[] = [profileUpdated(told, beside), ...outcome.effects];
  return { ...outcome, state: remember(outcome.state, step), effects };
}

/** Another order is no change of the one before. */
const withoutThings = ({ mind }: Scene, read: Reading): Reading => ({
  ...read,
  facts: Object.fromEntries(
    Object.entries(read.facts).filter(([name]) => mind.knowledge.facts.get(name)?.entity === undefined),
  ),
});
