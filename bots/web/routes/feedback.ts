/** What a visitor thinks of an answer: kept beside it, for officers. */
import type { Hono } from 'hono';
import { z } from 'zod';
import { judgeAnswer } from '../../../src/service/index.ts';
import { webCardWords } from '../../../src/words/index.ts';
import type { Site } from '../site.ts';
import { visitorContact, visitorOf } from './chat.ts';

const judgedSchema = z.object({
  exchange: z.uuid(),
  feedback: z.enum(['good', 'bad']),
  reason: z.string().max(400).default(''),
});

export function feedbackRoutes(hono: Hono, site: Site): void {
  hono.post('/feedback', async (c) => {
    const { visitor } = visitorOf(c, site);
    const read = judgedSchema.safeParse(await c.req.parseBody());
    if (!read.success) return c.text('', 400);
    const { exchange: id, ...judged } = read.data;
    await judgeAnswer(site.app.store, visitorContact(visitor), { id, ...judged });
    // With scripts the page stays as it is.
    return c.req.header('accept') === 'text/plain'
      ? c.text(webCardWords.thanks)
      : c.redirect('/#latest', 303);
  });
}
