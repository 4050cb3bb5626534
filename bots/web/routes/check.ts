/** 政策体检: the questions that decide most as a form, the answers into the same profile that the chat keeps. */

import type { Context, Hono } from 'hono';
import type { FactValue, Profile } from '../../../src/contract/index.ts';
import { bestFirst, evaluateAll, nextTopic, readFacts } from '../../../src/eligibility/index.ts';
import { type Fact, withFacts } from '../../../src/facts/index.ts';
import { profileOf, tellProfile } from '../../../src/service/index.ts';
import { profileLines } from '../../../src/words/index.ts';
import { checkPage } from '../pages/check.ts';
import type { Site } from '../site.ts';
import { visitorContact, visitorOf } from './chat.ts';

const MOST_TOPICS = 30;

export function checkRoutes(hono: Hono, site: Site): void {
  const { app } = site;
  const { facts, places } = app.mind.knowledge;

  hono.get('/check', async (c) => {
    const { visitor } = visitorOf(c, site);
    return show(c, await profileOf(app.store, visitorContact(visitor)), topicsIn(c.req.query('skip')), {});
  });

  hono.post('/check', async (c) => {
    const { visitor } = visitorOf(c, site);
    const form = await c.req.parseBody();
    const said = answersIn(form);
    const before = await profileOf(app.store, visitorContact(visitor));
    const profile = withFacts(before, said.facts);
    if (Object.keys(said.facts).length > 0)
      await tellProfile(app.store, visitorContact(visitor), said.facts, app.clock.now());
    const topic = typeof form.topic === 'string' ? form.topic : '';
    const skipped = topicsIn(typeof form.skip === 'string' ? form.skip : '');
    if (Object.keys(said.unread).length > 0) return show(c, profile, skipped, said.unread);
    // What was left empty is not asked again.
    const skip = [...new Set([...skipped, topic])].filter((name) => name !== '').join(',');
    return c.redirect(`/check?skip=${encodeURIComponent(skip)}`, 303);
  });

  function show(c: Context, profile: Profile, skipped: string[], unread: Record<string, string>) {
    const today = site.today();
    const live = evaluateAll(app.mind.knowledge, profile, { today }).filter(
      ({ reason }) => reason.kind !== 'closed' && reason.kind !== 'not-yet',
    );
    const again = Object.keys(unread);
    const next =
      again.length > 0
        ? { topic: facts.get(again[0] ?? '')?.topic ?? '', facts: again }
        : nextTopic(app.mind.knowledge, profile, { today, topicsAsked: skipped });
    c.header('cache-control', 'no-store');
    return c.html(
      checkPage({
        facts,
        profile: profileLines(app.mind.knowledge, profile),
        asks: next?.facts ?? [],
        topic: next?.topic ?? null,
        skipped,
        unread,
        results: bestFirst(live),
        today,
      }),
    );
  }

  /** Only declared facts are read; what is empty is left open. */
  function answersIn(form: Record<string, unknown>) {
    const read: Record<string, FactValue> = {};
    const unread: Record<string, string> = {};
    for (const [name, fact] of facts) {
      const text = form[name];
      if (typeof text !== 'string' || text.trim() === '') continue;
      const value = readAnswer(name, fact, text.trim().slice(0, 100));
      if (value === null) unread[name] = text.trim().slice(0, 100);
      else read[name] = value;
    }
    return { facts: read, unread };
  }

  function readAnswer(name: string, fact: Fact, text: string): FactValue | null {
    if (fact.type === 'boolean') return text === 'yes' ? true : text === 'no' ? false : null;
    if (fact.type === 'choice') return Object.hasOwn(fact.values ?? {}, text) ? text : null;
    const told = readFacts(text, { facts, places, today: site.today(), asked: [name] });
    return told.facts[name] ?? null;
  }
}

const topicsIn = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .filter((topic) => topic !== '')
    .slice(0, MOST_TOPICS);
