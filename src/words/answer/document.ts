/** A document as a whole: its dates, who issued it, who pays, who explains it, how many measures and which. */
import type { Day } from '../../contract/index.ts';
import type { Policy } from '../../policy/index.ts';
import type { Focus, Index } from '../../retrieval/index.ts';
import { dayWords, documentWords, measureWords, validityWords } from '../answers.ts';
import type { Told } from './measure.ts';
import { guideOf, missingLine } from './missing.ts';
import { lines, spokenPart } from './parts.ts';
import { type Ask, quoteFrom } from './quote.ts';
import { datesOf, validityFirst } from './validity.ts';

export interface DocumentAsk extends Ask {
  today: Day;
  /** The question in words: whether it asks for the day of issue. */
  question: string;
}

type Tell = (index: Index, policy: Policy, ask: DocumentAsk) => Told;

/** 什么时候发的 · 哪天印发 · 几号出台 · 从哪天起 */
const ASKS_ISSUE_DAY = /发的|印发|发布|出台|下发|颁布|成文|哪年的|开始|起(?:执行|实施|算)|实施/u;

const deadline: Tell = (_index, policy, { question, today }) => {
  const issued = ASKS_ISSUE_DAY.test(question);
  const quotes = (issued ? [policy.issued?.quote] : [policy.validUntil?.quote, policy.applyBy?.quote]).filter(
    (quote): quote is string => Boolean(quote),
  );
  const day = policy.issued ? validityWords.issued(dayWords(policy.issued.day)) : validityWords.noIssueDay;
  const quote = [...new Set(quotes)].join('；');
  return {
    text: lines(
      issued ? `${day}。` : validityFirst(policy, today) ? null : `${datesOf(policy)}。`,
      issued || policy.applyBy ? null : `${validityWords.noDeadline}。`,
      issued || policy.validUntil || policy.applyBy ? null : `${day}。`,
      quote ? measureWords.quote(quote) : null,
    ),
    quotes,
  };
};

const issuer: Tell = (_index, policy) => ({
  text: `${documentWords.issuedBy(policy.issuer, policy.issued && dayWords(policy.issued.day))}。`,
  quotes: [],
});

const explainer: Tell = (_index, policy) =>
  policy.explained
    ? {
        text: lines(
          `${measureWords.explainedBy(policy.explained.by)}。`,
          measureWords.quote(policy.explained.quote),
        ),
        quotes: [policy.explained.quote],
      }
    : { text: `${documentWords.notExplained}，${documentWords.issuedBy(policy.issuer, null)}。`, quotes: [] };

const department: Tell = (index, policy, ask) => {
  const counts = new Map<string, number>();
  for (const measure of policy.measures)
    for (const unit of measure.responsible) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const most = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 3);
  if (most.length === 0)
    return { text: lines(`${measureWords.noDepartment}。`, explainer(index, policy, ask).text), quotes: [] };
  return { text: documentWords.departmentsDiffer(most.map(([unit]) => unit).join('、')), quotes: [] };
};

const LONGEST_LIST = 170;

const about: Tell = (_index, policy) => {
  const titles: string[] = [];
  let length = 0;
  for (const measure of policy.measures) {
    if (length + measure.title.length > LONGEST_LIST) break;
    titles.push(measure.title);
    length += measure.title.length + 1;
  }
  const rest = titles.length < policy.measures.length ? documentWords.andSoOn : '';
  return {
    text: lines(
      `${documentWords.count(policy.measures.length)}。`,
      documentWords.titles(titles.join('；') + rest),
    ),
    quotes: [],
  };
};

/** What a head or a tail says: 资金分担, 就高不就低, 总额. */
const fromClauses: Tell = (index, policy, ask) => {
  const text = spokenPart(policy.clauses.map((clause) => clause.text).join('\n'));
  const quote = quoteFrom(index, text, '', ask);
  return { text: quote.text && measureWords.quote(quote.text), quotes: quote.stretches };
};

const BY_FOCUS: Record<Focus, Tell> = {
  deadline,
  issuer,
  explainer,
  department,
  about,
  count: about,
  'money-source': fromClauses,
  amount: fromClauses,
  conditions: fromClauses,
  'how-to-apply': (index, policy, ask) => {
    const told = fromClauses(index, policy, ask);
    return {
      ...told,
      text: lines(
        told.text,
        missingLine(ask.question, told.text, policy.explained?.by ?? policy.issuer, guideOf(policy, null)),
      ),
    };
  },
  original: fromClauses,
};

/** `fromText`: the ranking chose the document's head or tail, so what it says is the answer unless a plain fact is asked for. */
export function tellDocument(index: Index, policy: Policy, ask: DocumentAsk, fromText: boolean): Told {
  const plainFact = ask.focus === 'deadline' || ask.focus === 'issuer' || ask.focus === 'explainer';
  const tell = fromText && !plainFact ? fromClauses : BY_FOCUS[ask.focus ?? 'about'];
  const told = tell(index, policy, ask);
  return {
    ...told,
    text: lines(
      validityFirst(policy, ask.today),
      documentWords.name(policy.title, policy.number === policy.slug ? null : policy.number),
      told.text,
    ),
  };
}
