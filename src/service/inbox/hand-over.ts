/** A question that an officer hands to a unit: the ticket, and the contact told of it. */
import { randomUUID } from 'node:crypto';
import { UserError } from '../../contract/index.ts';
import type { Exchange, Records } from '../../store/index.ts';
import { inboxWords as words } from '../../words/index.ts';
import { sendTo } from '../send-to.ts';

export async function openTicketFor(
  records: Records,
  { channel, conversationId, senderId, isGroup, text, about }: Exchange,
  department: string,
  at: number,
): Promise<string> {
  if (senderId === '') throw new UserError(words.nobody);
  const id = await records.tickets.open({
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
  const told = { id: `ticket:${id}:${randomUUID()}`, text: words.ticketOpened(text, id) };
  await sendTo(records, { ...told, channel, conversationId, senderId, isGroup }, at);
  return id;
}
