/** A question that an officer hands to a unit: the ticket, and the contact told of it. */
import { randomUUID } from 'node:crypto';
import { type OutboundMessage, UserError } from '../../contract/index.ts';
import type { Exchange, Records } from '../../store/index.ts';
import { inboxWords as words } from '../../words/index.ts';

export async function openTicketFor(
  { tickets, outbox }: Records,
  { channel, conversationId, senderId, isGroup, text, about }: Exchange,
  department: string,
  at: number,
): Promise<string> {
  if (senderId === '') throw new UserError(words.nobody);
  const id = await tickets.open({
    channel,
    conversationId,
    senderId,
    isGroup,
    question: text,
    about,
    department: department.trim() || null,
    known: '',
    openedAt: at,
  });
  const message: OutboundMessage = { text: words.ticketOpened(text, id), choices: [] };
  await outbox.add({
    id: `ticket:${id}:${randomUUID()}`,
    channel,
    conversationId,
    senderId,
    isGroup,
    body: JSON.stringify(message),
    createdAt: at,
  });
  return id;
}
