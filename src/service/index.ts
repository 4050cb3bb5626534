/**
 * The door of the service room: the use cases, one transaction each. Channels, console, machines and the command line come in here;
 * what they need of the store and the ledger they get from here.
 */

export { READABLE_ENDINGS } from '../ingest/index.ts';
export { showWaiting } from '../reminders/index.ts';
export type {
  Addition,
  AuditEntry,
  Contact,
  DeliveryRow,
  Exchange,
  IntakeFile,
  Note,
  OutboxItem,
  OutboxResult,
  Records,
  ReminderRow,
  ReminderStatus,
  Store,
  StoredInbound,
  Ticket,
} from '../store/index.ts';
export {
  type App,
  type AppLibrary,
  type AppOptions,
  createApp,
  EarlierUnanswered,
} from './app.ts';
export { backUpInto, isBackupDue, type KeptBackup, listBackups } from './backups.ts';
export { calendarOf, deadlineFeed, type Occasion } from './calendar.ts';
export { casesOf, type RuleCase, replayCases, tickCases } from './cases.ts';
export { type ChatMoves, chatMovesOf } from './chat-moves.ts';
export { demonstrateReminders } from './demonstrate-reminders.ts';
export {
  addReadyReply,
  addUnit,
  handBackTalk,
  listReadyReplies,
  listUnits,
  type ReadyReply,
  recentTalks,
  removeListed,
  sayInTalk,
  type TalkLine,
  type TicketDeed,
  type TicketLimits,
  type TicketView,
  takeOverTalk,
  talkOf,
  ticketView,
  type Unit,
  type WorkedTicket,
  workedTickets,
  workOnTicket,
} from './desk/index.ts';
export { draft } from './draft.ts';
export { type DraftReport, describeDraft, draftReport } from './draft-report.ts';
export { enterpriseOf, type ToldEnterprise } from './enterprise.ts';
export {
  type Count,
  countOpenQuestions,
  type Figures,
  figuresOf,
  grouped,
  type Handling,
  handleQuestions,
  judgeAnswer,
  listAdditions,
  type OwnAnswer,
  openQuestions,
  type QuestionGroup,
  questionsToTry,
  type Replayed,
  removeAddition,
  replayQuestions,
} from './inbox/index.ts';
export { storeTakes, tidyKept } from './kept.ts';
export { createKeyring, issueKey, type Keyring, type KeyView, listKeys, revokeKey } from './keys.ts';
export { type Library, libraryOf, versionOf } from './library.ts';
export { contactOfLink, linkFor, newLink, SHEET_DAYS } from './links.ts';
export {
  CHANGEABLE,
  type Changeable,
  changedSettings,
  changeEmblem,
  changeSettings,
  type Emblem,
  type LiveSettings,
  MOST_EMBLEM_BYTES,
  MOST_EMBLEM_PIXELS,
  openLiveSettings,
  type SettingsNow,
} from './live-settings/index.ts';
export { loadSettings, parseSettings, presentOnly, settingProblem } from './load-settings.ts';
export { type MatchedBenefit, matchProfile, matchStatements, profileOfText } from './match.ts';
export {
  announceOverdue,
  announcer,
  createMailSender,
  createRobotSender,
  isListened,
  mailFault,
  tryMail,
  tryRobot,
} from './notices/index.ts';
export {
  type Accounts,
  type Actor,
  accountsOf,
  addOfficer,
  auditTrail,
  changeRole,
  holderOfLink,
  isWay,
  listOfficers,
  MATRIX,
  may,
  type OfficerView,
  PERMISSIONS,
  type Permission,
  ROLES,
  type Role,
  removeOfficer,
  renewLink,
  type Session,
  SHORTEST_PASSWORD,
  type SignIn,
  sessionOf,
  setAccount,
  setPassword,
  signIn,
  signOut,
  signOutEverywhere,
  type Way,
} from './officers/index.ts';
export { clauseLink, outbound } from './outbound.ts';
export { isOwnPost, ownContent, pageHeaders, readBody } from './over-http.ts';
export { ownData } from './own-data.ts';
export { sayPresent, versionsAtWork } from './presence.ts';
export { profileOf, tellProfile } from './profiles.ts';
export {
  type Candidate,
  type MeasureReach,
  type Pushed,
  type PushPreview,
  previewPush,
  pushOutcomes,
  type Reach,
  reachOf,
  sendPush,
} from './push/index.ts';
export { ask, askBeforehand, match, trace } from './questions.ts';
export { kindOf, type ReplyKind } from './reply-kind.ts';
export { type RetentionSettings, type Swept, sweepRetention } from './retention.ts';
export {
  type AnswerChange,
  beginDraft,
  bringIn,
  type CaseChange,
  type Change,
  casesOfDraft,
  changedAnswers,
  changedCases,
  createIntakeReader,
  type DiffLine,
  type DocumentLine,
  type DocumentStep,
  type Draft,
  differenceOf,
  discardDraft,
  dismissIntake,
  documentOf,
  editDraft,
  endDocument,
  HEAD_FIELDS,
  type HeadField,
  type IntakeReader,
  listDocuments,
  listIntake,
  MOST_FILE_BYTES,
  openDraft,
  previewLibrary,
  problemWords,
  type RevisionName,
  restoreRevision,
  signDraft,
  tickDraft,
  toCheck,
  tryEnterprise,
  tryQuestion,
} from './review/index.ts';
export { type Settings, settingsSchema } from './settings.ts';
export {
  createMind,
  type Deed,
  exportShelf,
  importShelf,
  KNOWLEDGE_FOLDER,
  listShelf,
  type OpenShelf,
  type OriginalFile,
  openShelf,
  originalFile,
  originalNames,
  originalOf,
  readKnowledge,
  readKnowledgeFiles,
  readMind,
  readShelf,
  replaceDocument,
  type ShelfLibrary,
  shelfHistory,
  showDocument,
  withdrawDocument,
} from './shelf/index.ts';
export { beginSignIn, endSignIn, type Journey, waysIn } from './sign-in/index.ts';
export { type Access, openState, restoreState, withState } from './state.ts';
export { closeTicket, listTickets, replyToTicket, showTicket } from './tickets.ts';
export {
  type Announce,
  announceDocuments,
  createWebhookSender,
  type QueueSender,
  reminderTeller,
  type WebhookEvent,
} from './webhooks/index.ts';
export { type WrittenNeed, type WrittenRow, writtenNeed, writtenRow } from './written-rule.ts';
