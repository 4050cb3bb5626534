/** Help, reset, forget, back, stop, switch of enterprise: what steers the conversation itself. */
import type { TicketView } from '../../contract/index.ts';
import { subjectOf } from '../../policy/index.ts';
import { pushWords, sayFacts, general as words } from '../../words/index.ts';
import { bare, isNo, isNotKnown, isYes, isYesToDelete } from '../intents.ts';
import { clausesOf } from '../reading.ts';
import { type Handler, type Outcome, type Scene, say } from '../scene.ts';
import { freshState } from '../state.ts';
import { continueThread, leaveThread, profileUpdated, stepThread } from '../thread.ts';
import { tell } from '../topic.ts';
import { withMatter } from './talk.ts';

export const help = ({ state }: Scene): Outcome =>
  say({ ...state, left: state.thread ?? state.left, thread: null }, words.help);

export const goAhead = ({ state }: Scene): Outcome => say(state, words.goAhead, { about: state.about });

export const goodbye = ({ state }: Scene): Outcome => say(leaveThread(state), words.goodbye);

/** 好 may answer what was asked, unless several things were. */
export const understood = ({ state, message }: Scene): Outcome | null =>
  state.asked.length === 1 && isYes(message.text)
    ? null
    : say(state, words.fine, { about: state.about, asks: state.asked.length > 0 ? state.asked : null });

export const askForget = ({ state, known }: Scene): Outcome =>
  say({ ...state, confirm: 'forget' }, words.askForget(openTickets(known.tickets)));

export const ownData = ({ state }: Scene): Outcome =>
  say(state, '{data}', { about: state.about }, [{ kind: 'data-asked' }]);

export const pushOn = ({ state }: Scene): Outcome =>
  say(state, pushWords.on, {}, [{ kind: 'push-consent', wants: true }]);

export const pushOff = ({ state }: Scene): Outcome =>
  say(state, pushWords.off, {}, [{ kind: 'push-consent', wants: false }]);

export const reset = (): Outcome => say(freshState, words.reset, {}, [{ kind: 'reset' }]);

/** 算了，有没有参展的补贴 · 算了，还是先改旧线，600万: what is dropped is left, and the matter beside it is taken up. */
export function stop(scene: Scene): Outcome {
  const { state } = scene;
  const left = { ...state, left: state.thread ?? state.left, thread: null, checkup: null };
  return withMatter(scene, say(left, words.stopped));
}

export const goOn = (scene: Scene): Outcome =>
  continueThread(scene) ?? say(scene.state, words.nothingToContinue);

const openTickets = (tickets: TicketView[]): string[] =>
  tickets.filter(({ state }) => state === 'open').map(({ id }) => id);

export function sayAgain(scene: Scene): Outcome | null {
  const { thread, about, lastFocus, lastQuestion } = scene.state;
  const measure = thread?.measure ?? about;
  if (measure === null) return say(scene.state, words.nothingSaid);
  const wasChecked = thread?.measure === measure || scene.state.said?.measure === measure;
  return (
    (wasChecked ? stepThread(scene, measure) : null) ?? tell(scene, measure, lastFocus, lastQuestion ?? '')
  );
}

export function checkAbout(scene: Scene): Outcome | null {
  const { thread, about } = scene.state;
  const measure = thread?.measure ?? about;
  return measure === null ? say(scene.state, words.whichPolicy) : stepThread(scene, measure);
}

/** 没有 · 都没有, when nothing was asked. */
const NOTHING = /^(?:都|暂时|目前)?没有?(?:了|的)?$/u;

/** The yes or no to what was offered last: 忘记我, 测算. */
export const confirmation: Handler = (scene) => {
  const { state, message, confirm } = scene;
  if (state.asked.length === 0 && (isNotKnown(message.text) || NOTHING.test(bare(message.text))))
    return say(state, words.noMatter, { about: state.about });
  if (confirm === 'check') return isYes(message.text) && state.about ? stepThread(scene, state.about) : null;
  if (confirm !== 'forget') return null;
  if (isYesToDelete(message.text)) return forgotten(message.text);
  if (isNo(message.text)) return say(state, words.kept);
  return null;
};

/** 好的，那重新来，我是做食品的: what is said behind the yes is not kept either, and that is said. */
function forgotten(text: string): Outcome {
  const [, ...rest] = clausesOf(text).filter((clause, place) => place === 0 || !isYesToDelete(clause));
  const told = rest.length === 0 ? words.forgotten : `${words.forgotten}${words.notKeptEither}`;
  return say(freshState, told, {}, [{ kind: 'forgotten' }]);
}

export function goBack(scene: Scene): Outcome {
  const { state, known } = scene;
  const [step, ...trail] = state.trail;
  if (!step) return menuAgain(scene) ?? say(state, words.nothingToGoBackTo, { about: state.about });
  const before = step.facts;
  const gone = Object.keys(known.profile).filter((name) => !(name in before));
  const facts = { ...before, ...Object.fromEntries(gone.map((name) => [name, null])) };
  const effect = profileUpdated(facts, step.beside);
  const earlier = { ...state, trail, about: step.about, thread: step.thread };
  const resumed = step.thread
    ? continueThread({ ...scene, state: earlier, known: { ...known, profile: before } })
    : null;
  if (!resumed) {
    const held = words.wentBackTo(sayFacts(scene.mind.knowledge, before));
    return say(earlier, `${words.wentBack}${held}`, { about: step.about }, [effect]);
  }
  return {
    state: { ...resumed.state, trail },
    reply: { ...resumed.reply, text: `${words.wentBack}${resumed.reply.text}` },
    effects: [effect, ...resumed.effects],
  };
}

/** Back from what was chosen to the list it was chosen from. */
export function menuAgain({ state, mind }: Scene): Outcome | null {
  const options = state.menu.flatMap((id) => {
    const subject = subjectOf(mind.knowledge, id);
    return subject
      ? [{ id, label: `${subject.measure?.title ?? subject.policy.title}（${subject.policy.number}）` }]
      : [];
  });
  if (options.length < 2) return null;
  const lines = options.map(({ label }, place) => `${place + 1}. ${label}`);
  return say(leaveThread(state), [words.wentBackToList, ...lines].join('\n'), { options });
}

export function switchEnterprise({ state, message }: Scene): Outcome {
  const name = /(?:企业|公司|单位)[\s：:，,]*(?<name>\S.{0,38})$/u.exec(message.text.trim())?.groups?.name;
  if (!name) return say(state, words.whichEnterprise);
  return say(freshState, words.switched(name), {}, [{ kind: 'enterprise-switched', enterprise: name }]);
}
