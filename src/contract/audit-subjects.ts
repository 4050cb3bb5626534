/** What an audit entry says it was done to, where that is somebody's: 忘记我 finds it again by these words. */

export const subjectOfChat = (chat: { channel: string; conversationId: string }): string =>
  `${chat.channel} ${chat.conversationId}`;

/** T0001 */
export const subjectOfTicket = (number: number): string => `T${String(number).padStart(4, '0')}`;
