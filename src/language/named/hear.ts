/**
 * A document's own facts heard without a pattern: by the words of their names, their unit and what was asked. A name is heard when
 * enough of its weight is said; a figure goes to the fact whose name stands around it, and to none where two may be meant.
 */
import type { FactValue, Interval } from '../../contract/index.ts';
import type { Fact, Facts } from '../../facts/index.ts';
import type { Figure } from '../../figures/index.ts';
import type { Stretch } from '../clauses.ts';
import { isA, type Said, wordsSaid } from '../words-said.ts';
import { choicesHeard } from './choices.ts';
import { type Gram, gramsOf } from './grams.ts';
import { gradesIn, isOfAnotherKind, type Name, namesOf, saidOf } from './names.ts';
import { type Manner, mannerOf } from './told.ts';
import { type Measured, measured, widened } from './units.ts';

export interface Part extends Stretch {
  /** It tells of the contact's own enterprise. */
  own: boolean;
}

export interface NamedHearing {
  facts: Record<string, FactValue>;
  unsure: { fact: string; value: FactValue | null; why: 'doubt' | 'thing' }[];
  mentions: string[];
}

export interface Hearing {
  text: string;
  parts: readonly Part[];
  figures: readonly Figure[];
  facts: Facts;
  asked: readonly string[];
}

/** What of a name has to be said. */
const ENOUGH = 0.6;
/** Of what was just asked, less is needed. */
const ENOUGH_ASKED = 0.35;
/** A figure's unit speaks for it too. */
const ENOUGH_FIGURE = 0.45;
/** By how much the best name must be better than the next. */
const MARGIN = 0.08;

interface Scene extends Hearing {
  names: ReadonlyMap<string, Name>;
  grams: readonly Gram[];
  words: readonly Said[];
  amounts: readonly Measured[];
  result: NamedHearing;
}

export function hearNamed(hearing: Hearing): NamedHearing {
  const result: NamedHearing = { facts: {}, unsure: [], mentions: [] };
  const names = namesOf(hearing.facts);
  if (names.size === 0) return result;
  const { text } = hearing;
  const amounts = hearing.figures.flatMap((figure) => measured(figure) ?? []);
  const scene: Scene = { ...hearing, names, grams: gramsOf(text), words: wordsSaid(text), amounts, result };
  const taken = hearFigures(scene);
  for (const [sentence, parts] of Map.groupBy(
    hearing.parts.filter(({ own }) => own),
    (part) => part.sentence,
  ))
    hearSentence(scene, sentence, parts);
  hearAnswers(scene, taken);
  return result;
}

const inside = (
  { start, end }: { start: number; end: number },
  part: { start: number; end: number },
): boolean => start >= part.start && end <= part.end;

/** 市级 is not 省级. A grade that the name has and the text leaves out is a doubt. */
function gradeFits(name: Name, text: string): 'yes' | 'no' | 'unsaid' {
  if (name.grades.size === 0) return 'yes';
  const said = gradesIn(text);
  if ([...name.grades].some((grade) => said.has(grade))) return 'yes';
  return said.size === 0 ? 'unsaid' : 'no';
}

/** Yes-or-no facts and choices of one sentence. */
function hearSentence(scene: Scene, _sentence: number, parts: readonly Part[]): void {
  const grams = scene.grams.filter((gram) => parts.some((part) => inside(gram, part)));
  const text = parts.map((part) => part.text).join(',');
  for (const [id, name] of scene.names) {
    const fact = scene.facts.get(id)!;
    if (fact.type !== 'boolean' && fact.type !== 'choice') continue;
    const coverage = saidOf(
      name,
      grams.map(({ gram }) => gram),
    );
    if (coverage === 0) continue;
    if (fact.type === 'choice') hearChoice(scene, id, fact, coverage, parts);
    else if (coverage >= (scene.asked.includes(id) ? ENOUGH_ASKED : ENOUGH))
      hearFlag(scene, name, parts, grams, text);
  }
}

function hearFlag(
  scene: Scene,
  name: Name,
  parts: readonly Part[],
  grams: readonly Gram[],
  text: string,
): void {
  const fits = gradeFits(name, text);
  if (fits === 'no' || isOfAnotherKind(name, grams, (gram) => isSmall(scene, gram))) return;
  const { part, start, end } = home(name, parts, grams);
  const manner = mannerIn(scene, part, start, end);
  if (asksOnly(scene, part, start)) return;
  const value = (manner.denials + name.denials) % 2 === 0;
  keep(scene, name.fact, value, manner, fits === 'unsaid' && value);
}

/** 我们标准: a word of conversation qualifies nothing. */
const isSmall = ({ words }: Scene, gram: Gram): boolean =>
  words.some((word) => overlaps(word, gram) && isA(word, 'self', 'me', 'soft', 'turn', 'not', 'really'));

/** The part in which most of the name is said, and from where to where. */
function home(
  name: Name,
  parts: readonly Part[],
  grams: readonly Gram[],
): { part: Part; start: number; end: number } {
  const ranked = parts.map((part) => {
    const own = grams.filter((gram) => inside(gram, part) && name.pieces.has(gram.gram));
    return {
      part,
      own,
      weight: saidOf(
        name,
        own.map(({ gram }) => gram),
      ),
    };
  });
  const best = ranked.reduce((one, other) => (other.weight > one.weight ? other : one));
  const start = Math.min(...best.own.map((gram) => gram.start));
  const end = Math.max(...best.own.map((gram) => gram.end));
  return { part: best.part, start, end };
}

function hearChoice(scene: Scene, id: string, fact: Fact, coverage: number, parts: readonly Part[]): void {
  const heard = choicesHeard(fact, coverage, parts, scene.asked.includes(id));
  if (heard === null) return;
  const manner = mannerIn(scene, heard.part, heard.start, heard.end);
  if (asksOnly(scene, heard.part, heard.start)) return;
  if (manner.denials % 2 === 1) {
    scene.result.mentions.push(id);
    const rest = Object.keys(fact.values!).filter((value) => !heard.values.includes(value));
    if (rest.length > 0 && !manner.doubted)
      keep(scene, id, rest.length === 1 ? rest[0]! : { oneOf: rest }, manner, false);
    return;
  }
  const [first] = heard.values;
  const value: FactValue =
    heard.values.length === 1 ? first! : fact.many ? { allOf: heard.values } : { oneOf: heard.values };
  keep(scene, id, value, manner, false);
}

function mannerIn({ words, text }: Scene, part: Part, start: number, end: number): Manner {
  const own = words.filter((word) => inside(word, part));
  return mannerOf(own, start, end, text.slice(end, part.end));
}

const SELF_REACH = 8;
/** 民营企业有什么补贴: a question that speaks of nobody tells nothing. */
function asksOnly({ words, parts }: Scene, part: Part, start: number): boolean {
  const own = words.filter((word) => inside(word, part));
  const asks =
    part.question || own.some((word) => isA(word, 'ask') || (word.end === part.end && word.word === '吗'));
  if (!asks) return false;
  const sameSentence = parts.filter((one) => one.sentence === part.sentence && one.start <= part.start);
  const ofSelf = words.some(
    (word) =>
      isA(word, 'self') && sameSentence.some((one) => inside(word, one)) && word.start <= start + SELF_REACH,
  );
  return !ofSelf;
}

function keep(
  { result, facts }: Scene,
  id: string,
  value: FactValue,
  manner: Manner,
  isVague: boolean,
): void {
  result.mentions.push(id);
  if (manner.supposed && !manner.doubted) {
    result.facts[id] = value;
    return;
  }
  if (manner.toCome || manner.former) {
    // 正在申请 is not there yet; what is only planned says nothing else.
    if (facts.get(id)!.granted && manner.toCome && value === true) result.facts[id] = false;
    else result.unsure.push({ fact: id, value: null, why: 'doubt' });
  } else if (manner.doubted || isVague)
    result.unsure.push({ fact: id, value: isVague ? value : null, why: 'doubt' });
  else if (id in result.facts && JSON.stringify(result.facts[id]) !== JSON.stringify(value)) {
    delete result.facts[id];
    result.unsure.push({ fact: id, value: null, why: 'doubt' });
  } else result.facts[id] = value;
}

/** Figures to the names around them. Returns those that were given to a fact. */
function hearFigures(scene: Scene): Set<Measured> {
  const { amounts, parts, names, facts, grams } = scene;
  const taken = new Set<Measured>();
  const numeric = [...names.values()].filter((name) =>
    ['number', 'date'].includes(facts.get(name.fact)!.type),
  );
  if (numeric.length === 0) return taken;
  for (const amount of amounts) {
    const part = parts.find((one) => amount.start >= one.start && amount.start < one.end);
    if (!part?.own) continue;
    const near = nearby(amount, part, amounts);
    const local = grams
      .filter((gram) => inside(gram, near) && !overlaps(gram, amount))
      .map(({ gram }) => gram);
    const wide = grams
      .filter((gram) =>
        parts.some(
          (one) => one.own && one.sentence === part.sentence && one.start <= part.start && inside(gram, one),
        ),
      )
      .map(({ gram }) => gram);
    const scored = numeric
      .filter((name) => unitFits(facts.get(name.fact)!, amount) && periodFits(facts.get(name.fact)!, local))
      .map((name) => ({
        name,
        score:
          saidOf(name, local) + WIDE * Math.max(0, saidOf(name, [...wide, ...local]) - saidOf(name, local)),
      }))
      .filter(({ name, score }) => score >= enough(scene, name.fact))
      .sort((a, b) => b.score - a.score);
    const [best, second] = scored;
    if (!best) continue;
    if (second && best.score - second.score < MARGIN && !scene.asked.includes(best.name.fact)) {
      for (const { name } of [best, second])
        scene.result.unsure.push({ fact: name.fact, value: null, why: 'thing' });
      continue;
    }
    giveFigure(scene, best.name.fact, amount, part);
    taken.add(amount);
  }
  return taken;
}
function enough({ asked, facts, names }: Scene, id: string): number {
  if (asked.includes(id)) return ENOUGH_ASKED;
  const { unit } = facts.get(id)!;
  if (unit === undefined || EVERYWHERE.has(unit)) return ENOUGH_FIGURE;
  const alike = [...names.keys()].filter((other) => facts.get(other)!.unit === unit).length;
  return alike === 1 ? ENOUGH_WITH_UNIT : ENOUGH_FIGURE;
}
/** Units that any figure may have. A rarer one speaks for the one fact that is measured in it. */
const EVERYWHERE: ReadonlySet<string> = new Set([
  'yuan',
  'ratio',
  'person',
  '个',
  '项',
  '家',
  '次',
  '年',
  '天',
  '个月',
]);
const ENOUGH_WITH_UNIT = 0.25;

/** What is said farther off, in the same sentence, counts less. */
const WIDE = 0.6;

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

/** From the end of the figure before it to the beginning of the next, within its part. */
function nearby(amount: Measured, part: Part, amounts: readonly Measured[]): { start: number; end: number } {
  const before = amounts.findLast(
    (one) => one.end <= amount.start && one.start >= part.start && one.unit !== 'date',
  );
  const after = amounts.find((one) => one.start >= amount.end && one.end <= part.end && one.unit !== 'date');
  return { start: before ? before.end : part.start, end: after ? after.start : part.end };
}

function unitFits(fact: Fact, { unit, value }: Measured): boolean {
  if (fact.type === 'date') return unit === 'date';
  if (unit === null) return fact.unit !== 'yuan' || Math.abs(Number(value.min ?? value.max)) >= HARDLY_YUAN;
  return (
    unit === fact.unit ||
    (unit === '个' && fact.unit !== 'yuan' && fact.unit !== 'ratio' && !COUNTED.test(fact.unit!))
  );
}
/** A bare number below this is hardly yuan. */
const HARDLY_YUAN = 100_000;
/** What is measured and not counted in 个. */
const COUNTED = /person|kWh|亩|平方|吨|公里|美元|年|月|天|小时/u;

function periodFits({ period }: Fact, local: readonly string[]): boolean {
  const isLast = local.includes('上一年度');
  const isThis = local.includes('本年度');
  if (period === 'last-year') return !isThis || isLast;
  return period !== 'this-year' || !isLast || isThis;
}

function giveFigure(scene: Scene, id: string, amount: Measured, part: Part): void {
  const manner = mannerIn(scene, part, amount.start, amount.start);
  const before = scene.text.slice(part.start, amount.start);
  const short = SHORT_OF.test(before);
  if (asksOnly(scene, part, amount.start) || (manner.denials > 0 && NOT_SO.test(before))) return;
  const { min, max } = amount.value;
  const said = min ?? max;
  const value: Interval = ABOUT.test(before)
    ? widened(amount.value)
    : short && said !== undefined
      ? { max: said, maxExclusive: true }
      : amount.value;
  const exact = value.min !== undefined && value.min === value.max ? value.min : value;
  keep(scene, id, exact, manner, false);
}
/** 大概占到四成: about, though a verb stands between. */
const ABOUT = /(?:大概|大约|约莫|差不多|估摸着?)[^,。;!?\d]{0,6}$/u;

/** 没到2000万, 还不够50人. */
const SHORT_OF = /(?:没|未|不)(?:有|能)?(?:到|达到?|够|满|足|上|过)$/u;
/** 不是500人, 没有500人. */
const NOT_SO = /(?:不是|没有|并非)[^,。;!?]{0,4}$/u;

/** What was asked, answered with a figure alone or with a word or two. */
function hearAnswers(scene: Scene, taken: ReadonlySet<Measured>): void {
  const { asked, facts, names, amounts, parts, result } = scene;
  const open = asked.filter((id) => names.has(id) && !(id in result.facts) && !result.mentions.includes(id));
  for (const amount of amounts) {
    const part = parts.find((one) => amount.start >= one.start && amount.start < one.end);
    if (!part?.own || taken.has(amount)) continue;
    const fitting = open.filter((id) => {
      const fact = facts.get(id)!;
      return (
        (fact.type === 'number' || fact.type === 'date') && unitFits(fact, amount) && !(id in result.facts)
      );
    });
    if (fitting.length === 1) giveFigure(scene, fitting[0]!, amount, part);
  }
}
