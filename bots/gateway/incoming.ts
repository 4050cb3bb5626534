/** A message as it is kept, and what is said of one that cannot be answered. */
import { channelWords as words } from '../../src/words/index.ts';
import type { InboundMessage } from '../channel.ts';

/** `longest`: code points. */
export const keptOf = (message: InboundMessage, longest: number): InboundMessage =>
  cleaned(shortened(message, longest));

/** One character over the limit is enough to know, later too, that it was over. */
function shortened(message: InboundMessage, longest: number): InboundMessage {
  if (message.text.length <= longest) return message;
  const text = Array.from(message.text.slice(0, 2 * longest + 2)).slice(0, longest + 1);
  return { ...message, text: text.join('') };
}

/** A NUL has no meaning in any text, and PostgreSQL stores none. */
function cleaned(message: InboundMessage): InboundMessage {
  return message.text.includes('\0') ? { ...message, text: message.text.replaceAll('\0', '') } : message;
}

/** A sentence, null where it can be answered. */
export function refusalOf({ media, text }: InboundMessage, longest: number): string | null {
  if (media && text.trim() === '') return words.media[media];
  if (text.length > longest && [...text].length > longest) return words.tooLong(longest);
  return null;
}
