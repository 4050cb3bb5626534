/** A stored message read back: it may have been written by an older version of this program. */
import { z } from 'zod';
import type { StoredInbound } from '../../src/service/index.ts';
import type { InboundMessage } from '../channel.ts';

const schema = z.object({
  channel: z.string(),
  conversationId: z.string(),
  senderId: z.string(),
  isGroup: z.boolean(),
  addressedToBot: z.boolean(),
  text: z.string(),
  choice: z.string().exactOptional(),
  pressedOn: z.string().exactOptional(),
  media: z.enum(['voice', 'picture', 'file', 'location', 'other']).exactOptional(),
  eventId: z.string(),
  receivedAt: z.number(),
});

/** Null when it cannot be read. */
export function readStored(stored: StoredInbound): InboundMessage | null {
  try {
    return schema.parse(JSON.parse(stored.body));
  } catch {
    return null;
  }
}
