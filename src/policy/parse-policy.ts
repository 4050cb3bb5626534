/** One policy.yaml and its source.txt → a Policy. */
import type { Day } from '../contract/index.ts';
import type { Benefit } from './benefit.ts';
import { factsOfNeed } from './need.ts';
import type { Need } from './needs.ts';
import { completeFacts } from './own-facts.ts';
import type { Clause, Measure, Policy, StatedDay, TextSpan } from './policy.ts';
import { policySchema, type WrittenMeasure, type WrittenPolicy } from './policy-schema.ts';
import { quoteFinder, textReader } from './printed-text.ts';
import { type Problem, problem } from './problem.ts';
import { parseYaml, readAs, type YamlFile } from './yaml-file.ts';

type Find = ReturnType<typeof quoteFinder>;

/** A policy with the file it was written in, for messages that name a line. */
export interface PolicyFile {
  policy: Policy;
  yaml: YamlFile;
  written: WrittenPolicy;
}

/** Null with the problems where the file cannot be read. Facts of the content are checked elsewhere (check/). */
export function parsePolicy(
  slug: string,
  path: string,
  text: string,
  source: string,
): { file: PolicyFile | null; problems: Problem[] } {
  const yaml = parseYaml(path, text);
  const { data: written, problems } = readAs(yaml, policySchema);
  if (!written) return { file: null, problems };
  const find = quoteFinder(source, written.furniture);
  const faults = impossible(written, yaml, source, find);
  if (faults.length) return { file: null, problems: faults };
  return { file: { policy: makePolicy(slug, written, source, find), yaml, written }, problems: [] };
}

/** What cannot be made into a policy at all. */
function impossible(written: WrittenPolicy, yaml: YamlFile, source: string, find: Find): Problem[] {
  const faults: Problem[] = [];
  const fault = (path: PropertyKey[], message: string) =>
    faults.push(problem(yaml.path, yaml.lineOf(path), message));
  if (written.valid?.from === 'issued' && !written.issued)
    fault(['valid', 'from'], 'valid.from 写了 issued，但没有 issued：请补上成文日期，或写明起始日期');
  for (const [number, measure] of Object.entries(written.measures)) {
    const at = ['measures', number];
    if (measure.chapter && measure.chapter > written.chapters.length)
      fault(
        [...at, 'chapter'],
        `第${number}条的 chapter 是 ${measure.chapter}，但 chapters 只有 ${written.chapters.length} 项`,
      );
    if (!measure.span && !spanOfQuotes(measure, find))
      fault(at, `第${number}条没有写 span，也没有能在原文里找到的引文：请补上 span: [起, 止]`);
  }
  const aside = [
    ...written.furniture.map((span, i): [PropertyKey[], TextSpan] => [['furniture', i], span]),
    ...written.guide.map(({ span }, i): [PropertyKey[], TextSpan] => [['guide', i], span]),
  ];
  for (const [path, span] of [...allSpans(written), ...aside])
    if (span.end > source.length) fault(path, `位置超出了原文（原文共 ${source.length} 字符）`);
  return faults;
}

/** Every span with its path in the file. */
export function allSpans(written: WrittenPolicy): [PropertyKey[], TextSpan][] {
  return [
    ...written.chapters.map(({ span }, i): [PropertyKey[], TextSpan] => [['chapters', i, 'span'], span]),
    ...written.clauses.map(({ span }, i): [PropertyKey[], TextSpan] => [['clauses', i, 'span'], span]),
    ...Object.entries(written.measures).flatMap(([number, { span }]): [PropertyKey[], TextSpan][] =>
      span ? [[['measures', number, 'span'], span]] : [],
    ),
  ];
}

/** A rule written by hand may leave its measure's stretch out: then it is what its quotes cover. */
function spanOfQuotes({ benefits }: WrittenMeasure, find: Find): TextSpan | null {
  const spans = benefits.map(({ quote }) => find(quote)).filter((span) => span !== null);
  if (spans.length === 0) return null;
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}

function makePolicy(slug: string, written: WrittenPolicy, source: string, find: Find): Policy {
  const number = written.document ?? slug;
  const read = textReader(source, written.furniture);
  const clause = (span: TextSpan): Clause => ({ ...span, text: read(span) });
  return {
    slug,
    number,
    title: written.title ?? number,
    issuer: written.issuer ?? null,
    place: written.place ?? written.places[0] ?? null,
    places: written.places.length ? written.places : written.place ? [written.place] : [],
    names: written.names,
    approved: written.approved ?? null,
    ...datesOf(written),
    overlap: written.overlap ?? null,
    scope: written.scope ? { quote: written.scope.quote } : null,
    explained: written.explained ?? null,
    relations: written.relations,
    successors: [],
    address: written.address ?? null,
    chapters: written.chapters,
    furniture: written.furniture,
    review: written.review.map(({ value, span, ...item }) => ({
      ...item,
      value: value ?? null,
      span: span ?? null,
    })),
    guide: written.guide.map(({ part, span }) => ({ part, ...clause(span) })),
    clauses: written.clauses.map(({ name, span, aliases }) => ({ name, ...clause(span), aliases })),
    measures: Object.entries(written.measures)
      .map(([own, measure]): Measure => {
        const span = measure.span ?? spanOfQuotes(measure, find)!;
        return {
          id: `${number}#${own}`,
          number: own,
          title: measure.title ?? measure.benefits[0]?.benefit ?? `第${own}条`,
          chapter: measure.chapter ? written.chapters[measure.chapter - 1]!.title : null,
          clause: clause(span),
          responsible: measure.responsible,
          aliases: measure.aliases,
          benefits: measure.benefits.map((benefit) => within(written.scope?.presumes ?? [], benefit)),
        };
      })
      .sort((one, other) => one.clause.start - other.clause.start),
    facts: completeFacts(written.facts, number, written.measures),
    source,
  };
}

/** What the document presumes of everybody, unless the benefit's own sentence speaks of it or of others altogether. */
function within(scope: readonly Need[], benefit: Benefit): Benefit {
  if (scope.length === 0 || benefit.ownScope) return benefit;
  const spoken = new Set([...benefit.needs, ...benefit.presumes].flatMap(factsOfNeed));
  const silent = scope.filter((need) => !factsOfNeed(need).some((fact) => spoken.has(fact)));
  return { ...benefit, presumes: [...benefit.presumes, ...silent] };
}

function datesOf({
  issued,
  valid,
  apply,
}: WrittenPolicy): Pick<Policy, 'issued' | 'validFrom' | 'validUntil' | 'applyBy'> {
  const stated = (day: Day | null | undefined, quote: string | undefined): StatedDay | null =>
    day && quote !== undefined ? { day, quote } : null;
  const from = valid?.from === 'issued' ? issued?.on : valid?.from;
  return {
    issued: issued ? { day: issued.on, quote: issued.quote, ...(issued.posted && { posted: true }) } : null,
    validFrom: stated(from, valid?.quote),
    validUntil: stated(valid?.to, valid?.quote),
    applyBy: stated(apply?.by, apply?.quote),
  };
}
