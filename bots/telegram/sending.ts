/** One message out, and what became of it. */
import { z } from 'zod';
import { headline } from '../../src/words/index.ts';
import type { OutboundMessage, SendOutcome } from '../channel.ts';
import { type BotApi, failedBeforeSending, type Refusal, refusalIn, wireFailure } from './client.ts';
import { placeOf } from './inbound.ts';
import type { Keyboards } from './keyboard.ts';
import type { MovedGroups } from './moved-groups.ts';

const SEND_LIMIT_MS = 15_000;

type Content = Record<string, unknown> & { chat_id: string };

const sentMessage = z.object({ message_id: z.number() });

export function createSender(api: BotApi, keyboards: Keyboards, moved: MovedGroups) {
  async function send(conversationId: string, message: OutboundMessage): Promise<SendOutcome> {
    const keyboard = keyboards.keyboardOf(message);
    const content = {
      ...place(conversationId),
      ...textOf(message),
      link_preview_options: { is_disabled: true },
      ...(keyboard && { reply_markup: keyboard }),
    };
    if (!message.replaces) return attempt('sendMessage', content);
    const edited = await attempt('editMessageText', { ...content, message_id: Number(message.replaces) });
    // Too old, deleted, or not the bot's own: the answer comes as a new message.
    const cannotEdit = edited.kind === 'rejected' && edited.permanent && /message/iu.test(edited.reason);
    return cannotEdit ? attempt('sendMessage', content) : edited;
  }

  function place(conversationId: string) {
    const there = placeOf(conversationId);
    return { ...there, chat_id: moved.placeOf(there.chat_id) };
  }

  async function attempt(method: string, parameters: Content): Promise<SendOutcome> {
    try {
      const sent = sentMessage.safeParse(await api.call(method, parameters, SEND_LIMIT_MS));
      return sent.success
        ? { kind: 'sent', platformMessageId: String(sent.data.message_id) }
        : { kind: 'sent' };
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal?.movedTo && moved.placeOf(parameters.chat_id) !== refusal.movedTo) {
        await moved.learn(parameters.chat_id, refusal.movedTo);
        return attempt(method, { ...parameters, chat_id: refusal.movedTo });
      }
      if (refusal) return outcomeOf(refusal);
      const reason = wireFailure(error);
      if (failedBeforeSending(error)) return { kind: 'rejected', reason, permanent: false };
      return { kind: 'unknown', reason };
    }
  }

  return send;
}

/** A verdict stands out: its line is bold. Anything else is plain text, so that nothing in it can be taken for markup. */
function textOf({ text, details }: OutboundMessage): { text: string; parse_mode?: 'HTML' } {
  const verdict = headline(text, details?.card);
  if (verdict === null) return { text };
  const marked = text
    .split('\n')
    .map((line) => (line === verdict ? `<b>${escaped(line)}</b>` : escaped(line)));
  return { text: marked.join('\n'), parse_mode: 'HTML' };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function outcomeOf({ code, description, retryAfterMs }: Refusal): SendOutcome {
  const reason = `${code} ${description}`.trim();
  if (/message is not modified/u.test(description)) return { kind: 'sent' };
  if (retryAfterMs !== undefined) return { kind: 'rejected', reason, retryAfterMs, permanent: false };
  // 401: a token that is being exchanged. 503: turned away at the door. Other 5xx may have done the work.
  if (code === 429 || code === 401 || code === 503) return { kind: 'rejected', reason, permanent: false };
  if (code >= 500) return { kind: 'unknown', reason };
  return { kind: 'rejected', reason, permanent: true };
}
