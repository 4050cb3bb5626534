/** One message out, and what became of it. */
import type { Wechaty } from 'wechaty';
import type { OutboundMessage, SendOutcome } from '../channel.ts';
import type { Timing } from '../timing.ts';
import { codeOf, isRefusal } from './failure.ts';
import { within } from './within.ts';

const SEND_LIMIT_MS = 15_000;

/** `bot`: null while nobody is logged in. */
export function createSender(bot: () => Wechaty | null, timing: Timing) {
  return async (conversationId: string, { text }: OutboundMessage): Promise<SendOutcome> => {
    const present = bot();
    if (!present) return { kind: 'rejected', reason: 'not logged in', permanent: false };
    const late: SendOutcome = { kind: 'unknown', reason: 'the puppet gave no answer' };
    return within(timing, SEND_LIMIT_MS, sendText(present, conversationId, text).catch(outcomeOf), late);
  };
}

async function sendText(bot: Wechaty, conversationId: string, text: string): Promise<SendOutcome> {
  const id = await bot.puppet.messageSendText(conversationId, text);
  return id ? { kind: 'sent', platformMessageId: id } : { kind: 'sent' };
}

/** A puppet seldom says why; what it has already done cannot be known. */
function outcomeOf(error: unknown): SendOutcome {
  const reason = `puppet error ${codeOf(error) ?? ''}`.trim();
  return isRefusal(error) ? { kind: 'rejected', reason, permanent: true } : { kind: 'unknown', reason };
}
