/** Cases of a document's rules: made, shown in words, ticked by a person, and replayed. */
import { type Day, UserError } from '../contract/index.ts';
import { givensOf } from '../drafting/index.ts';
import { evaluate } from '../eligibility/index.ts';
import type { Facts } from '../facts/index.ts';
import {
  type Benefit,
  type BenefitCases,
  caseProblem,
  casesPath,
  type KnowledgeFile,
  type Outcome,
  type Policy,
  type Problem,
  parseCases,
  parseKnowledgeFiles,
  type TickedCase,
} from '../policy/index.ts';
import { casesWords, sayCase } from '../words/index.ts';

/** One case of a rule, with what the rule gives now. */
export interface RuleCase {
  measure: string;
  benefit: string;
  words: string;
  given: TickedCase['given'];
  gives: Outcome;
  /** A person ticked exactly this. */
  ticked: TickedCase['ticked'] | null;
}

interface Document {
  policy: Policy;
  facts: Facts;
  ticked: BenefitCases[];
}

/** The cases of a document, approved or not, in the order of its measures. Throws UserError where there is none of that name. */
export function casesOf(files: readonly KnowledgeFile[], slug: string): RuleCase[] {
  const document = documentOf(files, slug);
  return rulesOf(document).flatMap(({ measure, benefit }) =>
    givensOf(benefit, document.facts).map((given) => {
      const gives = outcomeOf(benefit, given, document);
      const words = sayCase(given, gives, document.facts);
      return {
        measure,
        benefit: benefit.benefit,
        words,
        given,
        gives,
        ticked: tickOf(document, measure, benefit, words),
      };
    }),
  );
}

/** cases.yaml with these cases ticked beside those ticked before. */
export function tickCases(
  cases: readonly RuleCase[],
  chosen: ReadonlySet<RuleCase>,
  by: { on: Day; by: string },
): BenefitCases[] {
  const groups = Map.groupBy(cases, ({ measure, benefit }) => `${measure} ${benefit}`);
  return [...groups.values()].flatMap((group): BenefitCases[] => {
    const ticked = group.flatMap((one): TickedCase[] => {
      const mark = chosen.has(one) ? by : one.ticked;
      return mark ? [{ words: one.words, given: one.given, gives: one.gives, ticked: mark }] : [];
    });
    const [{ measure, benefit } = { measure: '', benefit: '' }] = group;
    return ticked.length > 0
      ? [{ measure, benefit, complete: ticked.length === group.length, cases: ticked }]
      : [];
  });
}

/** Ticked cases whose rule now gives something else, over all documents of the folder. */
export function replayCases(files: readonly KnowledgeFile[]): Problem[] {
  const parsed = parseKnowledgeFiles(files);
  return parsed.policies.flatMap(({ policy: { slug } }) => {
    const text = files.find(({ path }) => path === casesPath(slug))?.text;
    const { problems } = parseCases(casesPath(slug), text);
    return text === undefined ? [] : [...problems, ...replayed(documentOf(files, slug, parsed))];
  });
}

function replayed(document: Document): Problem[] {
  const rules = rulesOf(document);
  const { slug } = document.policy;
  return document.ticked.flatMap(({ measure, benefit: name, cases }) => {
    const rule = rules.find((one) => one.measure === measure && one.benefit.benefit === name);
    if (!rule) return [caseProblem(slug, casesWords.gone(name))];
    return cases.flatMap(({ words, given, gives }) => {
      const now = outcomeOf(rule.benefit, given, document);
      if (JSON.stringify(now) === JSON.stringify(gives)) return [];
      return [
        caseProblem(slug, casesWords.changed(words, sayCase({}, now, document.facts).replace(/^.*→ /u, ''))),
      ];
    });
  });
}

function documentOf(
  files: readonly KnowledgeFile[],
  slug: string,
  { policies, knowledge } = parseKnowledgeFiles(files),
): Document {
  const found = policies.find(({ policy }) => policy.slug === slug);
  if (!found)
    throw new UserError(`没有 policies/${slug}/policy.yaml：请先用 huiqi ingest 文件 --save 存一份草稿。`);
  const text = files.find(({ path }) => path === casesPath(slug))?.text;
  const { cases } = parseCases(casesPath(slug), text);
  const facts = new Map([...knowledge.facts, ...found.policy.facts]);
  return { policy: found.policy, facts, ticked: cases };
}

/** Rules that compute something: not those that are quoted only. */
const rulesOf = ({ policy }: Document): { measure: string; benefit: Benefit }[] =>
  policy.measures.flatMap(({ number, benefits }) =>
    benefits
      .filter(({ drafted, pays }) => drafted?.grade !== 'C' && pays.some(({ pay }) => pay.form !== 'service'))
      .map((benefit) => ({ measure: number, benefit })),
  );

/** What the rule gives, dates aside: a case is about conditions and sums. */
function outcomeOf(benefit: Benefit, given: TickedCase['given'], { policy, facts }: Document): Outcome {
  const undated = { ...policy, validFrom: null, validUntil: null, applyBy: null };
  const { verdict, amountYuan, capYuan } = evaluate({ ...benefit, until: null }, given, {
    policy: undated,
    today: policy.issued?.day ?? '2000-01-01',
    facts,
  });
  return { verdict, yuan: amountYuan, capYuan: amountYuan === null ? capYuan : null };
}

function tickOf(
  { ticked }: Document,
  measure: string,
  { benefit }: Benefit,
  words: string,
): TickedCase['ticked'] | null {
  const group = ticked.find((one) => one.measure === measure && one.benefit === benefit);
  return group?.cases.find((one) => one.words === words)?.ticked ?? null;
}
