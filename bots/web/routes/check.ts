/** 政策体检: the questions that decide most as a form, the answers into the same profile that the chat keeps. */
import type { Context, Hono } from 'hono';
import type { Profile } from '../../../src/contract/index.ts';
import { bestFirst, evaluateAll, nextTopic, type Result } from '../../../src/eligibility/index.ts';
import { withFacts } from '../../../src/facts/index.ts';
import { isOfLaterYear } from '../../../src/policy/index.ts';
import { profileOf, tellProfile } from '../../../src/service/index.ts';
import { profileLines } from '../../../src/words/index.ts';
import { type FormAnswers, readAnswers } from '../answers.ts';
import { placesOf, placesOfAll } from '../facets.ts';
import { checkPage, checkPath, groupOf, type Look } from '../pages/check.ts';
import type { Site } from '../site.ts';
import { visitorContact, visitorOf } from './chat.ts';

const MOST_TOPICS = 30;
const LONGEST_PLACE = 100;

export function checkRoutes(hono: Hono, site: Site): void {
  const { app } = site;

  hono.get('/check', async (c) => {
    const { visitor } = visitorOf(c, site);
    return show(c, await profileOf(app, visitorContact(visitor)), topicsIn(c.req.query('skip')), {});
  });

  hono.post('/check', async (c) => {
    const { visitor } = visitorOf(c, site);
    const contact = visitorContact(visitor);
    const form = await c.req.parseBody();
    const said = form.pass === undefined ? readAnswers(form, app.mind.knowledge, site.today()) : NOTHING_SAID;
    const told = withFacts({}, said.facts);
    if (Object.keys(told).length > 0) await tellProfile(app, contact, told, app.clock.now());
    const skipped = topicsIn(typeof form.skip === 'string' ? form.skip : '');
    if (Object.keys(said.unread).length > 0)
      return show(c, await profileOf(app, contact), skipped, said.unread);
    const topic = typeof form.topic === 'string' ? form.topic : '';
    // What was left empty is not asked again.
    const skip = [...new Set([...skipped, topic])].filter((name) => name !== '');
    return c.redirect(checkPath(lookOf(c), skip), 303);
  });

  function show(c: Context, profile: Profile, skipped: string[], unread: Record<string, string>) {
    const today = site.today();
    const { knowledge } = app.mind;
    const { facts } = knowledge;
    const again = Object.keys(unread);
    const next =
      again.length > 0
        ? { topic: facts.get(again[0] ?? '')?.topic ?? '', facts: again }
        : nextTopic(knowledge, profile, { today, topicsAsked: skipped });
    const look = lookOf(c);
    const { order, place, stated } = look;
    const results = bestFirst(evaluateAll(knowledge, profile, { today })).filter(
      (result) =>
        !isOfLaterYear(result.policy, today) &&
        (place === null || placesOf(result.policy).includes(place)) &&
        (!stated || mostOf(result) > 0),
    );
    c.header('cache-control', 'no-store');
    return c.html(
      checkPage(site.frame(c), {
        facts,
        profile: profileLines(knowledge, profile),
        asks: next?.facts ?? [],
        topic: next?.topic ?? null,
        skipped,
        unread,
        groups: Map.groupBy(order === 'money' ? byMoney(results) : results, groupOf),
        places: placesOfAll(knowledge.policies),
        ...look,
        today,
      }),
    );
  }
}

const lookOf = (c: Context): Look => ({
  order: c.req.query('order') === 'money' ? 'money' : 'fit',
  place: c.req.query('place')?.slice(0, LONGEST_PLACE) || null,
  stated: c.req.query('stated') === '1',
});

const NOTHING_SAID: FormAnswers = { facts: {}, unread: {} };

/** The most that each can bring; what names no sum comes last. */
const byMoney = (results: Result[]): Result[] => results.toSorted((a, b) => mostOf(b) - mostOf(a));
const mostOf = ({ potential, capYuan }: Result): number =>
  potential?.maxYuan ?? capYuan ?? potential?.minYuan ?? -1;

const topicsIn = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .filter((topic) => topic !== '')
    .slice(0, MOST_TOPICS);
