/** 没停，就中间歇了一天: a yes that a later clause takes back, if only in part. Which of the two holds is for the contact to say. */
import type { Fact } from '../../facts/index.ts';
import type { Clause } from '../utterance.ts';
import { isDenied } from './modality.ts';
import { findPatterns } from './patterns.ts';

/** Whether one of the clauses says no by the fact's own short answers, and of nothing else. */
export const isTakenBack = ({ answers, other }: Fact, later: readonly Clause[]): boolean =>
  answers.no.length > 0 &&
  later.some(
    ({ text, question }) =>
      !question &&
      findPatterns(text, other).length === 0 &&
      findPatterns(text, answers.no).some(
        ({ start, end }) => !isDenied(text.slice(0, start), '', text.slice(end)),
      ),
  );
