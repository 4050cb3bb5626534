/** What the robot is sent, as far as the bot reads it. Everything else in a frame is ignored. */
import { z } from 'zod';

/** Names the callback in its answer. */
const headers = z.object({ req_id: z.string().min(1) });

const said = z.object({ content: z.string() });

const common = {
  msgid: z.string().min(1).max(256),
  /** In groups only. */
  chatid: z.string().min(1).max(256).optional(),
  chattype: z.string().optional(),
  from: z.object({ userid: z.string().min(1).max(256) }),
};

export const messageFrame = z.object({
  headers,
  body: z.object({
    ...common,
    msgtype: z.string(),
    text: said.optional(),
    /** What was said, as the platform has understood it. */
    voice: z.object({ content: z.string().optional() }).optional(),
    mixed: z
      .object({ msg_item: z.array(z.object({ msgtype: z.string(), text: said.optional() })) })
      .optional(),
    /** The message that it answers. */
    quote: z.object({ msgtype: z.string(), text: said.optional() }).optional(),
  }),
});

export const eventFrame = z.object({
  headers,
  body: z.object({ ...common, event: z.object({ eventtype: z.string() }) }),
});

export type MessageFrame = z.infer<typeof messageFrame>;
export type EventFrame = z.infer<typeof eventFrame>;
