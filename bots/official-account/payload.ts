/** What a 公众号 posts, as far as the bot reads it. Everything else in a message is ignored. */
import { z } from 'zod';

const seconds = z
  .string()
  .regex(/^\d{1,12}$/u)
  .transform(Number);

const common = {
  /** The account's own id (gh_…), to be given back in the answer. */
  ToUserName: z.string().min(1).max(128),
  /** The contact's openid. */
  FromUserName: z.string().min(1).max(128),
  CreateTime: seconds,
};

const message = z.object({
  ...common,
  MsgId: z.string().regex(/^\d{1,32}$/u),
  MsgType: z.string(),
  Content: z.string().optional(),
  /** What was said, when the account has 语音识别 switched on. */
  Recognition: z.string().optional(),
});

const event = z.object({
  ...common,
  MsgType: z.literal('event'),
  Event: z.string().max(64),
  EventKey: z.string().max(256).default(''),
});

export const callbackSchema = z.union([event, message]);

export type Callback = z.infer<typeof callbackSchema>;
export type OfficialAccountEvent = z.infer<typeof event>;
export type OfficialAccountMessage = z.infer<typeof message>;
