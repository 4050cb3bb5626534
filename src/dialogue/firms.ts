/** Firms that are not the speaker's: what is told of them, and their verdicts side by side. Nothing of them is stored in a profile. */
import type { Profile } from '../contract/index.ts';
import type { Checked } from '../eligibility/index.ts';
import { withFacts } from '../facts/index.ts';
import { formatYuan, readFigures } from '../figures/index.ts';
import { type FirmSaid, readUtterance } from '../language/index.ts';
import { sayBasis, sayStanding, validityFirst, firmWords as words } from '../words/index.ts';
import { checkMeasure } from './check.ts';
import { figuresOf, hear } from './reading.ts';
import { type Outcome, type Scene, say } from './scene.ts';
import { type Firm, focusOn } from './state.ts';
import { replyOf } from './thread.ts';

/** Each firm's verdict in a line, and the clause once. `all`: those to be remembered; `got`: what they are said to have got. */
export function sayFirms(
  scene: Scene,
  measure: string,
  all: Firm[],
  shown: readonly Firm[],
  got: string | null = null,
): Outcome | null {
  const { mind, today, state } = scene;
  const { facts } = mind.knowledge;
  const checked = shown.flatMap((firm) => {
    const one = checkFirm(scene, measure, firm);
    return one ? [{ firm, one }] : [];
  });
  const [first] = checked;
  if (!first) return null;
  const { policy } = first.one.subject;
  const own = comparedWith(scene, measure);
  const bases = [...checked.map(({ one }) => one), ...(own ? [own] : [])].map(sayBasis);
  const lines = [
    state.expirySaid.includes(policy.number) ? null : validityFirst(policy, today),
    ...checked.map(({ firm, one }) => words.line(firm.name, sayStanding(one, facts))),
    own && words.line(words.you, sayStanding(own, facts)),
    got && words.notConfirmed(sayMoney(got)),
    ...new Set(bases),
    words.kept(shown.length),
  ];
  const next = { ...focusOn(state, measure), expirySaid: [policy.number], firms: { measure, told: all } };
  const reply = checked.length === 1 ? replyOf(first.one, [], scene) : { about: measure };
  return say(next, lines.filter((line) => line !== null).join('\n'), reply);
}

export const checkFirm = (scene: Scene, measure: string, { facts }: Firm): Checked | null =>
  checkMeasure(scene, measure, facts, {
    benefit: scene.state.thread?.benefit ?? null,
    told: Object.keys(facts),
    question: scene.message.text,
  });

/** 跟我们比呢 · 怎么比我们多: where the speaker's own stands beside it. */
function comparedWith(scene: Scene, measure: string): Checked | null {
  const { known, message } = scene;
  if (!COMPARES.test(message.text)) return null;
  const own = checkMeasure(scene, measure, known.profile);
  const isKnown = own?.main.conditions.some(({ state, value }) => state !== 'unknown' && value !== null);
  return isKnown ? own : null;
}
const COMPARES =
  /[比跟和][^，。]{0,3}(?:我|咱)|(?:我|咱)们?(?:呢|才|却|怎么|咋|就)|(?:怎么|咋|为[啥何]|为什么|凭什么|凭啥)[^，。]{0,4}(?:说|能|有|拿|领|给|多|少)/u;

/** What is told of it, read as if it were told of oneself; a bare figure is of the measure. */
export function factsOfFirm(scene: Scene, { told }: Pick<FirmSaid, 'told'>, measure: string | null): Profile {
  const asked = measure === null ? [] : figuresOf(scene, measure);
  const stranger = { ...scene, known: { ...scene.known, profile: {} } };
  const { facts } = hear(stranger, readUtterance(parted(told).told, scene), asked);
  return withFacts({}, facts);
}

/** 拿了8万 · 有10万 · 给过他们3万, but not 有6000万订单. */
const GOT =
  /(?:拿|领|得|给|补|奖|发|批|有|报)(?:到|了|过|的|他们?|人家|差不多|大概|说)*\s*(?<sum>\d[\d.]*[万亿千百]?(?:元|块钱?)?)(?=$|[^\d.人度%万亿千百订合单]|的?(?:补|奖))/u;

/** What is told, without the sum that is said to have been got. */
export function parted(told: string): { told: string; got: string | null } {
  const match = GOT.exec(told);
  if (!match) return { told, got: null };
  return {
    told: told.slice(0, match.index) + told.slice(match.index + match[0].length),
    got: match.groups!.sum!,
  };
}

/** 8万 → 8万元 */
export function sayMoney(sum: string): string {
  const [figure] = readFigures(`${sum.replace(/元|块钱?/u, '')}元`);
  return figure?.kind === 'money' && figure.value !== undefined ? formatYuan(figure.value) : sum;
}
