/** The HTTP edge that Telegram posts to. 200 says "stored", before the work; anything else makes Telegram send it again. */
import { readBody } from '../../src/service/index.ts';
import { MEGABYTE, parseJson, sameSecret } from '../http-body.ts';
import { describeError, type Log } from '../log.ts';
import { type Update, updateId, updateSchema } from './payload.ts';

export interface WebhookOptions {
  secret: string;
  log: Log;
  /** Resolves when the update is durably stored or is nothing for the bot; rejects when it could not be stored. */
  take: (update: Update) => Promise<void>;
}

export function createWebhook({
  secret,
  log,
  take,
}: WebhookOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'POST') return answer(405);
    const given = request.headers.get('x-telegram-bot-api-secret-token');
    if (given === null) return answer(401);
    if (!sameSecret(given, secret)) return answer(403);
    const bytes = await readBody(request, MEGABYTE).catch(() => undefined);
    if (bytes === undefined) return answer(400);
    if (bytes === null) return answer(413);
    const body = parseJson(bytes);
    if (!updateId.safeParse(body).success) return answer(400);
    const update = updateSchema.safeParse(body);
    // An update in a form that the bot does not know is confirmed: refused, it would stop up the queue of its chat.
    if (!update.success) {
      log.warn({ problem: update.error.issues[0]?.path.join('.') }, 'telegram: an update could not be read');
      return answer(200);
    }
    try {
      await take(update.data);
      return answer(200);
    } catch (error) {
      log.error({ error: describeError(error) }, 'telegram: an update could not be stored');
      return answer(503);
    }
  };
}

const answer = (status: number): Response => new Response(null, { status });
