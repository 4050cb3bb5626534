/** The library, its search, and the page of each document. */
import type { Hono } from 'hono';
import type { Policy } from '../../../src/policy/index.ts';
import { contentWords, type Entry, find } from '../../../src/retrieval/index.ts';
import { originalFile, originalNames } from '../../../src/service/index.ts';
import { byStanding, chosenIn, narrowed } from '../facets.ts';
import { policyPath } from '../links.ts';
import { type Hit, libraryPage, resultsHtml, type Search } from '../pages/library.ts';
import { around } from '../pages/marked.ts';
import { policyPage, sourcePage } from '../pages/policy.ts';
import type { Site } from '../site.ts';

const MOST_HITS = 8;
const LONGEST_QUERY = 200;
const EXCERPT = 90;
/** A hit that scores below this part of the best one is not shown. */
const NEAR_BEST = 0.35;

export function libraryRoutes(hono: Hono, site: Site): void {
  const policies = () => site.app.mind.knowledge.policies;
  const policyOf = (number: string): Policy | undefined =>
    policies().find((policy) => policy.number === number);
  /** A number as people type it leads to the page of the number as it is written. */
  const elsewhere = (number: string): string | null => {
    const meant = policies().find((policy) => plain(policy.number) === plain(number));
    return meant ? policyPath(meant.number) : null;
  };

  hono.get('/p', async (c) => {
    const query = (c.req.query('q') ?? '').trim().slice(0, LONGEST_QUERY);
    const search = query === '' ? null : searched(site, query);
    if (c.req.query('part') === 'results') return c.html(search ? resultsHtml(search, site.today()) : '');
    const chosen = chosenIn((name) => c.req.query(name));
    const today = site.today();
    const seen = { today, originals: await originalNames(site.app.store) };
    const shown = byStanding(narrowed(policies(), chosen, seen), today);
    return c.html(libraryPage(site.frame(c), { policies: policies(), shown, chosen, search, ...seen }));
  });

  hono.get('/p/:number', async (c) => {
    const number = c.req.param('number');
    const policy = policyOf(number);
    if (policy) {
      const shelf = new Set(policies().map((one) => one.number));
      const original = (await originalNames(site.app.store)).get(policy.slug) ?? null;
      const { facts } = site.app.mind.knowledge;
      return c.html(policyPage(site.frame(c), { policy, facts, today: site.today(), shelf, original }));
    }
    const path = elsewhere(number);
    return path === null ? c.notFound() : c.redirect(path, 302);
  });

  hono.get('/p/:number/source', (c) => {
    const policy = policyOf(c.req.param('number'));
    return policy ? c.html(sourcePage(site.frame(c), policy)) : c.notFound();
  });

  hono.get('/p/:number/file', async (c) => {
    const policy = policyOf(c.req.param('number'));
    const file = policy && (await originalFile(site.app.store, policy.slug));
    if (!file) return c.notFound();
    // To be kept, never shown: what is inside is anybody's.
    return c.body(new Uint8Array(file.bytes), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    });
  });
}

/** 洪府办发[2022] 58号 → 洪府办发202258号 */
const plain = (number: string): string => number.replace(/[\s〔〕[\]【】()（）]/gu, '');

function searched({ app, today }: Site, query: string): Search {
  const { ranked, refusal, document } = find(app.mind.index, query, { today: today() });
  const terms = contentWords(query);
  if (refusal?.reason === 'elsewhere') return { query, terms, hits: [], elsewhere: refusal.topic.ask };
  if (refusal && refusal.reason !== 'nothing') return { query, terms, hits: [], elsewhere: null };
  const best = ranked[0]?.score ?? 0;
  const hits = ranked
    .filter(({ score }) => score > 0 && score >= best * NEAR_BEST)
    .map(({ entry }) => toHit(entry, terms));
  const whole = document ? [documentHit(document)] : [];
  return { query, terms, hits: distinct([...whole, ...hits]).slice(0, MOST_HITS), elsewhere: null };
}

const distinct = (hits: Hit[]): Hit[] => [...new Map(hits.map((hit) => [hit.about, hit])).values()];

function toHit(entry: Entry, terms: readonly string[]): Hit {
  if (entry.kind === 'document') return documentHit(entry.policy);
  const { policy, measure } = entry;
  const { id, number, title, clause } = measure;
  const body = clause.text.replace(title, '').replace(/^[。：\s]+/u, '');
  return {
    about: id,
    title,
    source: `${policy.number} 第${number}条`,
    policy,
    excerpt: around(body, terms, EXCERPT),
  };
}

const documentHit = (policy: Policy): Hit => ({
  about: policy.number,
  title: policy.title,
  source: policy.number,
  policy,
  excerpt: policy.issuer ?? '',
});
