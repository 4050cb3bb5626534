/** One thing more of a measure whose clause was shown a moment ago: that alone, with the words it rests on. */
import type { Day } from '../../contract/index.ts';
import type { Measure, Policy } from '../../policy/index.ts';
import type { Focus } from '../../retrieval/index.ts';
import { measureWords, validityWords } from '../answers.ts';
import type { Told } from './measure.ts';
import { guideOf, missingLine } from './missing.ts';
import { fewDepartments, lines, sourceWords, whomToAsk } from './parts.ts';
import { datesOf, daysLeft, expiredMark, saysDates, validityFirst } from './validity.ts';

interface Asked {
  today: Day;
  focus?: Focus | null;
  question?: string;
}

type Tell = (policy: Policy, measure: Measure, asked: Asked) => Told | null;

/** Null for what needs the clause itself. */
export function tellAgain(policy: Policy, measure: Measure, asked: Asked): Told | null {
  return BY_FOCUS[asked.focus ?? 'about']?.(policy, measure, asked) ?? null;
}

const deadline: Tell = (policy, measure, { today }) => {
  const quotes = [policy.validUntil?.quote, policy.applyBy?.quote].filter((quote) => quote !== undefined);
  // A document without dates may have one in the clause.
  if (quotes.length === 0 && /\d{4}\s*年/u.test(measure.clause.text)) return null;
  const said = [...new Set(quotes)].map((quote) => quote.replace(/\s/gu, '')).join('；');
  return {
    text: lines(
      validityFirst(policy, today),
      saysDates(policy, today)
        ? sayDaysLeft(policy, today)
        : `${datesOf(policy)}。${sayDaysLeft(policy, today) ?? ''}`,
      policy.applyBy ? null : `${validityWords.noDeadline}。`,
      said ? measureWords.quote(said) : null,
      sourceWords(policy, measure) + (validityFirst(policy, today) ? '' : expiredMark(policy, today)),
    ),
    quotes,
  };
};

function sayDaysLeft(policy: Policy, today: Day): string | null {
  const left = daysLeft(policy, today);
  return left === null ? null : validityWords.daysLeft(left);
}

const department: Tell = (policy, measure, { today }) => ({
  text: lines(
    measure.responsible.length > 0
      ? measureWords.departments(measure.responsible.join('、'))
      : [measureWords.noDepartment, policy.explained && measureWords.explainedBy(policy.explained.by)]
          .filter(Boolean)
          .join('，'),
    sourceWords(policy, measure) + expiredMark(policy, today),
  ),
  quotes: [],
});

const howToApply: Tell = (policy, measure, { question, today }) => {
  const missing = missingLine(
    question,
    measure.clause.text,
    whomToAsk(policy, measure),
    guideOf(policy, measure),
  );
  // What the clause does say of applying has to be shown.
  if (missing === null) return null;
  const few = fewDepartments(measure);
  return {
    text: lines(
      missing,
      few && measureWords.departments(few),
      `${sourceWords(policy, measure)}${expiredMark(policy, today)}${validityFirst(policy, today) ? '' : `，${datesOf(policy)}`}`,
    ),
    quotes: [],
  };
};

const BY_FOCUS: Partial<Record<Focus, Tell>> = { deadline, department, 'how-to-apply': howToApply };
