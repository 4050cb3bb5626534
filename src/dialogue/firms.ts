/**
 * Another firm spoken of in the talk: 朋友公司, B厂, 另一家. What is said of it is judged for it and kept with the conversation, apart from
 * the profile of whoever is talking.
 */
import type { Effect, Profile } from '../contract/index.ts';
import { withFacts } from '../facts/index.ts';
import {
  firmsSaid,
  grantSaidOfOthers,
  isSame,
  type OtherFirm,
  otherFirm,
  speaksOfOneself,
  withoutGrant,
  withoutSame,
} from '../language/index.ts';
import { firmWords as words } from '../words/index.ts';
import { asks, asksWhetherItFits } from './fit-question.ts';
import { putRight } from './handlers/corrected.ts';
import { readIntent } from './intents.ts';
import { saying } from './read-once.ts';
import { readScene } from './reading.ts';
import type { Outcome, Scene } from './scene.ts';
import type { State } from './state.ts';

/** A firm other than the speaker's, with what was said of it. */
export interface Firm {
  name: string;
  facts: Profile;
}

/** More are not told apart in one talk. */
const MOST_FIRMS = 6;

export interface Spoken {
  scene: Scene;
  /** Whose scene it is; null for the speaker's own. */
  firm: Firm | null;
  /** What the message tells of the speaker's own enterprise beside. */
  own: Effect[];
  /** What the firm is said to have got. */
  got: string | null;
}

/** The scene as it is of the firm that the message speaks of: with that firm's facts, and its words as one's own. */
export function spokenOf(scene: Scene): Spoken {
  const { state, utterance, message } = scene;
  const own: Spoken = { scene, firm: null, own: [], got: null };
  // 不是上海的，是那个企业博览会: of what was asked, and of no firm.
  if (putRight(scene) !== null) return own;
  if (message.choice || ACTS_OF_ONESELF.has(readIntent(message) ?? '')) return own;
  // 甲厂1100人，乙厂350人: side by side none of them is the one spoken of; 比我们多 speaks of two.
  if (firmsSaid(utterance).length > 1) return own;
  if (BESIDE_OURS.test(message.text)) return own;
  const picked = firmPicked(scene);
  if (picked) return asFirm(scene, picked.firm, picked.text);
  const said = otherFirm(utterance);
  const speaksOfSelf = speaksOfOneself(utterance);
  if (said === null) {
    if (state.firm === null) return own;
    if (speaksOfSelf) return { ...own, scene: { ...scene, state: turnedTo(null, state) } };
    return asFirm(scene, firmNamed(state, state.firm) ?? { name: state.firm, facts: {} }, message.text);
  }
  const told = speaksOfSelf ? readScene(scene).facts : {};
  const ownTold = Object.keys(told).length > 0;
  const endsWithThem = scene.utterance.clauses.findLast(({ addresses }) => !addresses)?.holder === 'other';
  // 我们在岗350人，隔壁厂才200人: of oneself, with another to compare.
  if (speaksOfSelf && (!endsWithThem || (ownTold && !asks(said.text)))) return own;
  const firm = firmMeant(scene, said);
  if (firm === null) return own;
  const effects: Effect[] = ownTold ? [{ kind: 'profile-updated', facts: told }] : [];
  return { ...asFirm(scene, firm, said.text), own: effects, got: grantSaidOfOthers(utterance) };
}
const BESIDE_OURS = /比(?:我|咱)们?/u;

/** 240那家还有希望吗: one of those told before, by its name or by the figure that it is known by. */
function firmPicked({ state, utterance }: Scene): { firm: Firm; text: string } | null {
  const named = state.firms.flatMap((firm) => {
    const figure = /^[\d.]+/u.exec(firm.name)?.[0];
    const called =
      figure === undefined
        ? utterance.text.indexOf(firm.name) === 0 && firm.name
        : new RegExp(
            `^(?:那|就)?${figure.replace('.', '\\.')}(?![\\d.])[^，。,\\d]{0,3}?(?:的?那[家个]|的)`,
            'u',
          ).exec(utterance.text)?.[0];
    return called ? [{ firm, text: `我们${utterance.text.slice(called.length)}` }] : [];
  });
  return named.length === 1 ? named[0]! : null;
}

/** What only concerns who is talking: his record, his tickets, the end of the talk. */
const ACTS_OF_ONESELF: ReadonlySet<string> = new Set([
  'profile',
  'own-data',
  'forget',
  'reset',
  'switch-enterprise',
  'push-on',
  'push-off',
  'share',
  'share-leave',
  'share-end',
  'person',
  'complaint',
  'grievance',
  'tickets',
  'goodbye',
]);

/** The firm that is named, the one spoken of where it is only pointed at; null where nothing makes it a matter of its own. */
function firmMeant(scene: Scene, { name, text }: OtherFirm): Firm | null {
  const { state } = scene;
  // 能曝光他们么: what is done to somebody is no subject.
  if (name !== null && OBJECT.test(name)) return null;
  const called = name ?? state.firm;
  const known = called === null ? null : firmNamed(state, called);
  if (known) return known;
  if (called !== null && TIED_TO_US.test(called) && !asks(text)) return null;
  const firm: Firm = { name: called ?? words.unnamed, facts: {} };
  const { scene: theirs } = asFirm(scene, firm, text);
  const isAskedFor =
    name !== null &&
    (asksWhetherItFits(text) || (asks(text) && !ANYBODY.test(name) && !TIED_TO_US.test(name)));
  return isAskedFor || Object.keys(readScene(theirs).facts).length > 0 || isSame(text) ? firm : null;
}
/** 别人领光了: nobody in particular. */
const ANYBODY = /^(?:别人|人家|大家|有人|别家)/u;
const OBJECT = /^(?:能|会|要|可以|可不可以|能不能|怎么|该|应该|想|去|来).*[他她它]们?$/u;
/** 房东是国资公司, 母公司2000人: what is said of those bears on one's own matter. */
const TIED_TO_US =
  /母公司|子公司|总公司|总部|集团|关联|客户|供应商|经销商|代理商|[甲乙]方|房东|业主|对方|合作|配套/u;

const firmNamed = ({ firms }: State, name: string): Firm | null =>
  firms.find((firm) => firm.name === name) ?? null;

/** 也是6000万: as with us, as far as nothing else is said. */
const AS_OURS = /^我?们?(?:\p{Script=Han}{0,3})也(?:是|有|签|做|在|涨|没)/u;

function asFirm(scene: Scene, firm: Firm, text: string): Spoken {
  const { state, known } = scene;
  const before = state.firm === null ? known.profile : (firmNamed(state, state.firm)?.facts ?? {});
  // 别的一样: what was said of the one before holds of this one too.
  const same = isSame(text) || AS_OURS.test(text);
  const turned = state.firm === firm.name ? state : turnedTo(firm.name, state);
  const said = withoutSame(withoutGrant(text)).replace(/[，,\s]{1,4}$/u, '') || text;
  const of = (profile: Profile): Scene =>
    saying({ ...scene, state: turned, known: { ...known, profile, beside: [] } }, said);
  if (!same) return { scene: of(firm.facts), firm, own: [], got: null };
  // The other's 320人 do not speak against this one's 1500.
  const told = readScene(of(firm.facts)).facts;
  const alike = Object.fromEntries(Object.entries(before).filter(([fact]) => !(fact in told)));
  const facts = { ...alike, ...firm.facts };
  return { scene: of(facts), firm: { ...firm, facts }, own: [], got: null };
}

/** What was asked, heard and said was of another: only what is talked about stays. */
const turnedTo = (firm: string | null, state: State): State => ({
  ...state,
  firm,
  asked: [],
  heard: {},
  said: null,
  trail: [],
  checkup: null,
  thread: state.thread && { ...state.thread, benefit: null, notKnown: [], topicsAsked: 0 },
  left: state.left && { ...state.left, benefit: null, notKnown: [], topicsAsked: 0 },
});

/** What was told goes to the firm, and the reply says whose it is. */
export function apart(outcome: Outcome, { firm, own, got }: Spoken, before: State): Outcome {
  if (firm === null) return outcome;
  const told = outcome.effects.filter((effect) => effect.kind === 'profile-updated');
  const facts = told.reduce((all, effect) => withFacts(all, effect.facts), firm.facts);
  const others = before.firms.filter(({ name }) => name !== firm.name);
  const isNew = before.firm !== firm.name;
  return {
    ...outcome,
    state: { ...outcome.state, firms: [...others, { ...firm, facts }].slice(-MOST_FIRMS) },
    reply: {
      ...outcome.reply,
      text: `${isNew ? words.by(firm.name) : words.still(firm.name)}${outcome.reply.text}${got ? `\n${words.notConfirmed(got)}` : ''}`,
    },
    effects: [...own, ...outcome.effects.filter((effect) => effect.kind !== 'profile-updated')],
  };
}
