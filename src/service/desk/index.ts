/** What officers do for contacts: tickets, talks, and the lists that help with both. */
export {
  addReadyReply,
  addUnit,
  listReadyReplies,
  listUnits,
  type ReadyReply,
  removeListed,
  type Unit,
} from './lists.ts';
export { handBackTalk, recentTalks, sayInTalk, type TalkLine, takeOverTalk, talkOf } from './talks.ts';
export {
  type TicketDeed,
  type TicketLimits,
  type TicketView,
  ticketView,
  type WorkedTicket,
  workedTickets,
  workOnTicket,
} from './tickets.ts';
export { howToReach } from './whom-to-ask.ts';
