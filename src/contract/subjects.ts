/** How records of what officers did name a talk and a ticket. 忘记我 finds them again by these words. */

export const subjectOfChat = (chat: { channel: string; conversationId: string }): string =>
  `${chat.channel} ${chat.conversationId}`;

/** 'T0042', as it is told to the contact too. */
export const ticketId = (number: number): string => `T${String(number).padStart(4, '0')}`;
