/** The answering part of the dialogue: a finding of retrieval becomes words. Pure. */
import type { Card, Day } from '../../contract/index.ts';
import { type Knowledge, type Measure, type Policy, subjectOf } from '../../policy/index.ts';
import { type Finding, type Focus, find, type Index, type Ranked, weigh } from '../../retrieval/index.ts';
import { smallTalkWords } from '../answers.ts';
import { subjectCard, withActions } from '../card/index.ts';
import { tellAgain } from './again.ts';
import { tellComparison } from './compare.ts';
import { tellDepartment } from './department.ts';
import { tellDocument } from './document.ts';
import { forEveryone } from './everyone.ts';
import { amongHomes, guidingPolicy, tellGuide } from './guide.ts';
import { type Told, tellMeasure } from './measure.ts';
import { labelOf, tellMenu } from './menu.ts';
import { grantsSomething } from './missing.ts';
import { tellNone } from './none.ts';
import { lines } from './parts.ts';
import { otherVersions } from './versions.ts';
import { withContext } from './with-context.ts';

export { type AskedFigure, askedFigure, hasFigure } from './asked-figure.ts';
export { mainFigure } from './main-figure.ts';
export { hasLine, type Told, tellEach } from './measure.ts';
export { tellEntry } from './menu.ts';
export { asksForBoth } from './overlap.ts';
export { itemWords, shortNumber, sourceOf, whomToAsk } from './parts.ts';
export { callOf, sayFreshness } from './shelf.ts';
export { datesOf, daysLeft, type Validity, validityFirst, validityOn } from './validity.ts';

export type AnswerKind = 'answer' | 'none' | 'overview' | 'deadline' | 'department' | 'smalltalk' | 'clarify';

export interface Answer {
  kind: AnswerKind;
  /** Best first. */
  measures: { id: string; score: number }[];
  text: string;
  /** 0 to 1. */
  sure: number;
  /** Verbatim stretches of the documents shown in the text. */
  quotes: string[];
  /** Of a menu: measure ids (or document numbers) to choose from. */
  options: { id: string; label: string }[];
  /** The document that the reply is about as a whole, by number. */
  document: string | null;
  /** Null for plain talk. */
  card: Card | null;
}

export interface AnswerOptions {
  today: Day;
  /** What was talked about last: a measure id or a document number. */
  context?: string | null | undefined;
  /** What the contact's own facts come to under a measure, worked out by the eligibility room. */
  amountLine?: ((measure: Measure) => string | undefined) | undefined;
  expirySaid?: ((policy: Policy) => boolean) | undefined;
  /** A menu with little of the nearest clause. */
  brief?: boolean | undefined;
}

/** The `ask` door. */
export function answer(index: Index, question: string, options: AnswerOptions): Answer {
  const found = find(index, question, options);
  return answerForEveryone(index, question, found, options) ?? compose(index, found, options);
}

/** What the shelf as a whole answers: what is open, which documents there are, a part of one, getting two grants. Null for all else. */
export function answerForEveryone(
  index: Index,
  question: string,
  found: Finding,
  options: AnswerOptions,
): Answer | null {
  if (found.band === 'small-talk') return null;
  const told = forEveryone(index, question, found, options);
  if (told === null) return null;
  if (told.document) return compose(index, { ...found, band: 'document', document: told.document }, options);
  if (told.measure) {
    const position = index.positions.get(told.measure.id)!;
    const ranked = { position, entry: index.entries[position]!, score: 1, share: 1, alias: 1, nearest: null };
    return compose(index, { ...found, band: 'answer', ranked: [ranked] }, options);
  }
  const choices = told.policies.map(({ number, title }) => ({ id: number, label: title }));
  const composed = plain(told.measures.length > 0 ? 'answer' : 'overview', told, SURE_OF_SHELF, {
    measures: told.measures.map(({ id }) => ({ id, score: 1 })),
    options: choices,
  });
  return {
    ...composed,
    card: withActions(null, { ...composed, asks: null }, index.knowledge, options.today),
  };
}
const SURE_OF_SHELF = 0.9;

/** A finding in words. */
export function compose(index: Index, finding: Finding, options: AnswerOptions): Answer {
  const { knowledge } = index;
  const { today } = options;
  const told = composeGuide(finding, options) ?? BY_BAND[finding.band](index, finding, options);
  const about = told.options.length > 0 ? null : (told.document ?? aboutOf(told));
  const subject = subjectOf(knowledge, about);
  const card = subject && subjectCard(subject, today, told.quotes);
  return { ...told, card: withActions(card, { ...told, asks: null }, knowledge, today) };
}

/** The measure that an answer speaks of; several are told side by side and have no card. */
const aboutOf = ({ kind, measures }: Composed): string | null =>
  kind === 'none' || kind === 'overview' ? null : (measures[0]?.id ?? null);

type Composed = Omit<Answer, 'card'>;
type Compose = (index: Index, finding: Finding, options: AnswerOptions) => Composed;

const MENU = 3;

function kindOf(focus: Focus | undefined): 'answer' | 'deadline' | 'department' {
  return focus === 'deadline' || focus === 'department' ? focus : 'answer';
}

const rounded = (score: number) => Math.round(score * 1000) / 1000;

function listed(ranked: Ranked[]): { id: string; score: number }[] {
  return ranked.flatMap(({ entry, score }) =>
    entry.kind === 'measure' ? [{ id: entry.measure.id, score: rounded(score) }] : [],
  );
}

function plain(kind: AnswerKind, told: Told, sure: number, more: Partial<Composed> = {}): Composed {
  return {
    kind,
    measures: [],
    text: told.text,
    sure: rounded(sure),
    quotes: told.quotes,
    options: [],
    document: null,
    ...more,
  };
}

/** What a guide says of the part asked for stands before any of its sections. */
function composeGuide(finding: Finding, { today }: AnswerOptions): Composed | null {
  const policy = guidingPolicy(finding);
  const told = policy && tellGuide(policy, finding.question, today);
  if (!told) return null;
  const sections = amongHomes(finding.ranked, told.homes);
  return plain('answer', told, finding.sure, {
    measures: listed(sections),
    document: sections.length > 0 ? null : policy.number,
  });
}

const BY_BAND: Record<Finding['band'], Compose> = {
  answer: (index, finding, options) => {
    const { entry } = finding.ranked[0]!;
    if (entry.kind !== 'measure')
      return BY_BAND.document(index, { ...finding, document: entry.policy }, options);
    const told = tellMeasure(index, entry.policy, entry.measure, {
      terms: finding.terms,
      focus: finding.focuses[0] ?? null,
      nearest: finding.ranked[0]!.nearest,
      question: finding.question,
      today: options.today,
      amountLine: options.amountLine?.(entry.measure),
      expirySaid: options.expirySaid?.(entry.policy),
    });
    const text = lines(told.text, otherVersions(index, entry.policy, options.today));
    return plain(kindOf(finding.focuses[0]), { ...told, text }, finding.sure, {
      measures: listed(finding.ranked.slice(0, MENU)),
    });
  },
  menu: (index, finding, options) => {
    const choices = finding.ranked.slice(0, MENU);
    const told = tellMenu(index, choices, {
      terms: finding.terms,
      focus: finding.focuses[0] ?? null,
      nearest: choices[0]?.nearest,
      question: finding.question,
      today: options.today,
      brief: options.brief,
    });
    const menu = choices.map((choice) => ({
      id: choice.entry.kind === 'measure' ? choice.entry.measure.id : choice.entry.policy.number,
      label: labelOf(choice),
    }));
    return plain('clarify', told, finding.sure, { measures: listed(choices), options: menu });
  },
  compare: (index, finding, options) => {
    const told = tellComparison(
      index,
      finding.ranked,
      { terms: finding.terms, focus: finding.focuses[0] ?? null },
      options.today,
    );
    return plain('answer', told, finding.sure, { measures: listed(finding.ranked) });
  },
  document: (index, finding, options) => {
    const policy = finding.document!;
    const focus = finding.focuses[0] ?? null;
    const own = finding.ranked.find(({ entry }) => entry.kind === 'document' && entry.policy === policy);
    const ask = {
      terms: finding.terms,
      focus,
      nearest: own?.nearest,
      today: options.today,
      question: finding.question,
    };
    const told = tellDocument(index, policy, ask, finding.fromText);
    const kind = focus === 'deadline' || focus === 'department' ? focus : 'overview';
    return plain(kind, told, finding.sure, {
      document: policy.number,
      measures: listed(ofDocument(index, policy, finding.ranked)),
    });
  },
  department: (_index, finding, options) =>
    plain(
      'department',
      { text: tellDepartment(finding.department ?? '', finding.ranked, options.today), quotes: [] },
      finding.sure,
      { measures: listed(finding.ranked.slice(0, MENU)) },
    ),
  none: (index, finding) => plain('none', { text: tellNone(index, finding), quotes: [] }, finding.sure),
  'small-talk': (_index, finding) =>
    plain('smalltalk', { text: smallTalkWords[finding.smallTalk ?? 'chat'], quotes: [] }, 1),
};

/** The document's measures nearest to the question, else its first ones: what a contact would ask next. */
function ofDocument(index: Index, policy: Policy, ranked: Ranked[]): Ranked[] {
  const near = ranked.filter(({ entry }) => entry.kind === 'measure' && entry.policy === policy);
  if (near.length) return near.slice(0, MENU);
  return index.entries
    .map((entry, position) => ({ position, entry, score: 0, share: 0, alias: 0, nearest: null }))
    .filter(({ entry }) => entry.kind === 'measure' && entry.policy === policy)
    .slice(0, MENU);
}

/** One measure, for a follow-up: 那最多多少? 哪个部门? 什么时候截止? 原文. Null for an unknown id. */
export function answerMeasure(
  index: Index,
  measureId: string,
  options: {
    today: Day;
    focus?: Focus | null;
    question?: string;
    /** What was asked before, of the same: its words count a little. */
    context?: string | null;
    amountLine?: string;
    expirySaid?: boolean;
    /** The clause was shown a moment ago. */
    again?: boolean;
    /** Its nearest words and where they stand, without a heading. */
    bare?: boolean;
  },
): Told | null {
  const position = index.positions.get(measureId);
  const entry = position === undefined ? undefined : index.entries[position];
  if (entry?.kind !== 'measure') return null;
  const guided = grantsSomething(entry.measure)
    ? null
    : tellGuide(entry.policy, options.question ?? '', options.today);
  if (guided) return guided;
  const again = options.again ? tellAgain(entry.policy, entry.measure, options) : null;
  if (again) return again;
  return tellMeasure(index, entry.policy, entry.measure, {
    terms: withContext(weigh(index, options.question ?? ''), weigh(index, options.context ?? '')),
    question: options.question,
    focus: options.focus ?? null,
    today: options.today,
    amountLine: options.amountLine,
    expirySaid: options.expirySaid,
    bare: options.bare,
  });
}

/** A document as a whole, for a follow-up. Null for an unknown number. */
export function answerDocument(
  index: Index,
  number: string,
  options: { today: Day; focus?: Focus | null; question?: string },
): Told | null {
  const policy = index.knowledge.policies.find((one) => one.number === number);
  if (!policy) return null;
  const question = options.question ?? '';
  const guided = tellGuide(policy, question, options.today);
  if (guided) return guided;
  return tellDocument(
    index,
    policy,
    { terms: weigh(index, question), focus: options.focus ?? null, today: options.today, question },
    false,
  );
}

export type { Knowledge };
