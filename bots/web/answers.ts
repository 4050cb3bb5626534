/** What a form says of an enterprise: fields named by facts, read where they are figures, checked where they are choices. */
import type { FactValue } from '../../src/contract/index.ts';
import { believable, type Fact } from '../../src/facts/index.ts';
import { readFacts, readUtterance } from '../../src/language/index.ts';
import type { Knowledge } from '../../src/policy/index.ts';
import { cardWords, formatFact } from '../../src/words/index.ts';
import { factOfField, NOT_KNOWN } from './pages/asked.ts';

export interface FormAnswers {
  /** Null: not known. */
  facts: Record<string, FactValue | null>;
  /** What could not be read, by fact. */
  unread: Record<string, string>;
}

const LONGEST = 100;

/** Only declared facts are read; what is empty is left open. */
export function readAnswers(
  form: Record<string, unknown>,
  { facts, meanings, places }: Knowledge,
  today: string,
): FormAnswers {
  const answers: FormAnswers = { facts: {}, unread: {} };
  for (const [field, written] of Object.entries(form)) {
    const name = factOfField(field);
    const fact = name === null ? undefined : facts.get(name);
    const text = typeof written === 'string' ? written.trim().slice(0, LONGEST) : '';
    if (name === null || !fact || text === '') continue;
    const value = text === NOT_KNOWN ? null : readAs(name, fact, text);
    if (value === undefined) answers.unread[name] = text;
    else answers.facts[name] = value;
  }
  return answers;

  /** Undefined where the text says no value of the fact. */
  function readAs(name: string, fact: Fact, text: string): FactValue | undefined {
    if (fact.type === 'boolean') return text === 'true' ? true : text === 'false' ? false : undefined;
    if (fact.type === 'choice') return believable(fact, text) ?? undefined;
    const said = readUtterance(text, { today });
    return readFacts(said, { facts, meanings, places, today, asked: [name] }).facts[name] ?? undefined;
  }
}

/** The same as a message, as it stands in the conversation: 制造业，每天实际在岗人数350人，企业规模：不清楚. */
export function sayAnswers({ facts, unread }: FormAnswers, knowledge: Knowledge): string {
  const told = Object.entries(facts).flatMap(([name, value]) => {
    const fact = knowledge.facts.get(name);
    if (!fact) return [];
    return [value === null ? `${fact.label}：${cardWords.notKnown}` : formatFact(fact, value)];
  });
  const rest = Object.entries(unread).map(
    ([name, text]) => `${knowledge.facts.get(name)?.label ?? name}${text}`,
  );
  return [...told, ...rest].join('，');
}
