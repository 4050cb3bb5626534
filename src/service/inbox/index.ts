/** What people asked, what they thought of the answers, and what officers did about it. */
export { type FoundAnswer, type OwnAnswer, ownAnswersOf, ownAnswerTo, withAliases } from './additions.ts';
export { type Count, type Figures, figuresOf } from './figures.ts';
export {
  countOpenQuestions,
  grouped,
  type Handling,
  handleQuestions,
  judgeAnswer,
  listAdditions,
  openQuestions,
  type QuestionGroup,
  questionsToTry,
  type Replayed,
  removeAddition,
  replayQuestions,
} from './questions.ts';
export { placeIn, recordExchange } from './record.ts';
