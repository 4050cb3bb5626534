/** The door of the words room: every sentence that people read. Data in, text out. */
export { accountWords } from './accounts.ts';
export { alternativeWords } from './alternatives.ts';
export {
  type Answer,
  type AnswerKind,
  type AnswerOptions,
  type AskedFigure,
  answer,
  answerDocument,
  answerForEveryone,
  answerMeasure,
  askedFigure,
  asksForBoth,
  callOf,
  compose,
  datesOf,
  daysLeft,
  hasFigure,
  hasLine,
  itemWords,
  mainFigure,
  sayFreshness,
  shortNumber,
  sourceOf,
  type Told,
  tellEach,
  tellEntry,
  type Validity,
  validityFirst,
  validityOn,
  whomToAsk,
} from './answer/index.ts';
export { measureWords, smallTalkWords } from './answers.ts';
export {
  answersOf,
  cardAmount,
  cardWords,
  headline,
  stateOnCard,
  subjectCard,
  valueWord,
  verdictCard,
  withActions,
} from './card/index.ts';
export { casesWords, type SaidOutcome, sayCase } from './cases.ts';
export { channelWords } from './channels.ts';
export { daysWords } from './days.ts';
export { type DeadlineSubject, dayNote, reminderText, sayDay, sayDayWithYear } from './deadline.ts';
export { deskWords } from './desk.ts';
export { detailWords } from './details.ts';
export {
  explainVerdict,
  formatDistance,
  formatFact,
  formatFigure,
  formatNeed,
  formatTest,
  formatValue,
} from './explain.ts';
export { firmWords, sayStanding, siteWords } from './firms.ts';
export { general } from './general.ts';
export { inOtherWords } from './in-other-words.ts';
export { inboxWords } from './inbox.ts';
export { machineWords } from './machines.ts';
export { noticeWords } from './notices.ts';
export { officerWords } from './officer.ts';
export { CONSENT_VERSION, ownDataWords } from './own-data.ts';
export { checkupWords, profileWords, sheetWords } from './profile.ts';
export { profileLines, sayFacts, type ToldLine, toldLines } from './profile-lines.ts';
export { pushWords } from './push.ts';
export { reminderDeadline, reminderSubject, reminderSuccessor } from './reminder-subject.ts';
export { reminderWords } from './reminders.ts';
export { reviewWords } from './review.ts';
export { ruleWords, type SaidRule, sayRule } from './rule.ts';
export { emblemWords, settingChangeWords } from './setting-changes.ts';
export { sharingWords } from './sharing.ts';
export { shelfWords } from './shelf.ts';
export { stackingWords } from './stacking.ts';
export { ticketWords } from './tickets.ts';
export {
  isNotMadeOut,
  labelOf,
  type SaidVerdict,
  sayAmount,
  sayBasis,
  sayNotes,
  sayQuestions,
  sayUntil,
  sayVerdict,
  type VerdictContext,
} from './verdict/index.ts';
export { verdictWords } from './verdict.ts';
export { badge, badgeOf, DEADLINES, left, leftOn, webWords } from './web.ts';
export { deadlineWord, verdictWord, webCardWords } from './web-card.ts';
export { historyWords, sheetPageWords } from './web-own.ts';
export { checkWords, deadlineWords, libraryWords, privacyWords } from './web-pages.ts';
export { answerWithin } from './within/answer-within.ts';
export { aspectIn } from './within/aspects.ts';
export type { WithinAsk } from './within/seeking.ts';
