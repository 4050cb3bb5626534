/** The rules that a document's clauses state, with cases to judge them by: the core of the `draft` door. */
import {
  benefitJson,
  type DraftInput,
  draftDocument,
  givensOf,
  type ProposedFact,
  rulesOf,
} from '../drafting/index.ts';
import { ANYWHERE, evaluate } from '../eligibility/index.ts';
import { type Fact, ownFactSchema } from '../facts/index.ts';
import { type Benefit, readBenefit } from '../policy/index.ts';
import { sayCase } from '../words/index.ts';

/** Facts that are proposed, as `facts:` of a policy.yaml would declare them. */
export interface ProposedJson extends ProposedFact {
  fact: string;
}

export interface DraftedMeasure {
  id: string;
  benefits: (ReturnType<typeof benefitJson> & { cases: string[] })[];
}

export interface DraftReport {
  measures: DraftedMeasure[];
  facts: ProposedJson[];
}

export interface DraftReportOptions {
  /** The document's, before #. */
  number: string;
  /** The day that relative dates are read against. */
  issued: string | null;
  shared: ReadonlyMap<string, Fact>;
  /** Head and tail of the document. */
  clauses?: readonly { span: { start: number; end: number } }[];
  /** Those that the document speaks for. */
  places?: readonly string[];
  title?: string | null;
}

export function draftReport(
  source: string,
  measures: readonly DraftInput[],
  { number, issued, shared, clauses = [], places = [], title = null }: DraftReportOptions,
): DraftReport {
  const drafts = draftDocument(source, measures, { issued, clauses, title });
  const { all, facts } = rulesOf(drafts, shared, issued, places);
  const own = Object.entries(facts).map(([name, fact]): [string, Fact] => [
    name,
    { ...ownFactSchema.parse(fact), label: name, topic: name },
  ]);
  const declared = new Map([...shared, ...own]);
  return {
    measures: [...drafts.keys()].map((own) => ({
      id: `${number}#${own}`,
      benefits: all
        .filter((one) => one.number === own)
        .map(({ draft, rule }) => {
          const { benefit } = readBenefit(rule, declared, issued);
          // A rule that the check refused is told as it is kept: quoted only.
          const { grade, reasons = [] } = rule.drafted;
          const told = benefitJson({ ...draft, grade, reasons });
          return {
            ...told,
            cases: benefit === null || grade === 'C' ? [] : casesOfBenefit(benefit, declared),
          };
        }),
    })),
    facts: Object.entries(facts).map(([fact, declaration]) => ({ fact, ...declaration })),
  };
}

/** What the rule gives to telling enterprises, in words. */
function casesOfBenefit(benefit: Benefit, facts: ReadonlyMap<string, Fact>): string[] {
  return givensOf(benefit, facts).map((given) => {
    const {
      verdict,
      amountYuan: yuan,
      capYuan,
    } = evaluate(benefit, given, { policy: ANYWHERE, today: '2000-01-01', facts });
    return sayCase(given, { verdict, yuan, capYuan }, facts);
  });
}

/** For people: each benefit with its grade, rows in words, and what was chosen. */
export const describeDraft = ({ measures }: DraftReport): string =>
  measures
    .filter(({ benefits }) => benefits.length > 0)
    .map(({ id, benefits }) =>
      [
        id,
        ...benefits.flatMap(({ grade, benefit, quote, reasons, cases }) => [
          `  [${grade}] ${benefit}`,
          `      原文：${quote}`,
          ...reasons.map((reason) => `      说明：${reason}`),
          ...cases.slice(0, 6).map((one) => `      例：${one}`),
        ]),
      ].join('\n'),
    )
    .join('\n');
