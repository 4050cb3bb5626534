/** Documents, measures and facts as machines see them. */
import type { Day } from '../src/contract/index.ts';
import type { Fact } from '../src/facts/index.ts';
import { findQuote, type Measure, type Policy, standingOn, type TextSpan } from '../src/policy/index.ts';
import { type Library, writtenNeed, writtenRow } from '../src/service/index.ts';

export const summaryOf = (policy: Policy, today: Day) => ({
  number: policy.number,
  title: policy.title,
  issuer: policy.issuer,
  place: policy.place,
  issued: policy.issued,
  validFrom: policy.validFrom,
  validUntil: policy.validUntil,
  applyBy: policy.applyBy,
  standing: standingOn(policy, today),
  measures: policy.measures.length,
});

export const policyView = (policy: Policy, version: string, today: Day) => ({
  ...summaryOf(policy, today),
  version,
  measures: policy.measures.map(({ id, title, chapter, responsible, benefits }) => ({
    id,
    title,
    chapter,
    responsible,
    benefits: benefits.length,
  })),
  overlap: policy.overlap,
  explained: policy.explained,
  clauses: policy.clauses.map((clause) => ({ name: clause.name, ...stretch(policy, clause) })),
  approved: policy.approved,
});

export const measureView = (policy: Policy, measure: Measure, version: string) => ({
  version,
  id: measure.id,
  policy: policy.number,
  number: measure.number,
  title: measure.title,
  chapter: measure.chapter,
  clause: stretch(policy, measure.clause),
  text: measure.clause.text,
  responsible: measure.responsible,
  aliases: measure.aliases,
  benefits: measure.benefits.map((benefit) => ({
    benefit: benefit.benefit,
    quote: quoteIn(policy, benefit.quote),
    needs: benefit.needs.map(writtenNeed),
    vague: benefit.vague,
    presumes: benefit.presumes.map(writtenNeed),
    discretionary: benefit.discretionary,
    pays: benefit.pays.map(writtenRow),
    pool: benefit.pool?.text ?? null,
    during: benefit.during,
    until: benefit.until,
    once: benefit.once,
    reading: benefit.readings.join('；') || null,
    drafted: benefit.drafted,
  })),
});

const stretch = ({ source }: Policy, { start, end }: TextSpan) => ({
  text: source.slice(start, end),
  start,
  end,
});

function quoteIn(policy: Policy, quote: string) {
  const place = findQuote(policy.source, quote);
  return place && stretch(policy, place);
}

export const factView = (library: Library, name: string, fact: Fact) => ({
  name,
  label: fact.label,
  type: fact.type,
  unit: fact.unit ?? null,
  question: fact.question,
  hint: fact.hint ?? null,
  values: fact.values
    ? Object.entries(fact.values).map(([value, [label = value]]) => ({ value, label }))
    : null,
  presumed: fact.presumed ?? null,
  entity: fact.entity ?? null,
  policies: library.knowledge.policies.filter(({ facts }) => facts.has(name)).map(({ number }) => number),
});
