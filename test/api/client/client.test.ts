/** A client that was generated from the OpenAPI document, as another developer has it: what it believes of the API is true. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import createClient from 'openapi-fetch';
import { expect, test } from 'vitest';
import { createTestApi, library, TODAY } from '../support.ts';
import { documentHash } from './document.ts';
import type { paths } from './schema.d.ts';

const api = createTestApi();
const client = createClient<paths>({
  baseUrl: 'http://huiqi.test',
  headers: { authorization: 'Bearer hq_all_12345' },
  fetch: async (request: Request) => api.hono.fetch(request),
});
const NUMBER = library.knowledge.policies.find(({ number }) => number.endsWith('58号'))!.number;

test('the client is that of today’s document (else: npm run client)', () => {
  const generated = readFileSync(join(import.meta.dirname, 'schema.d.ts'), 'utf8');
  expect(generated.split('\n')[0]).toContain(documentHash());
});

test('documents, measures and facts', async () => {
  const list = await client.GET('/v1/policies', { params: { query: { limit: 2, today: TODAY } } });
  expect(list.data?.items).toHaveLength(2);
  const next = list.data?.next ?? '';
  const more = await client.GET('/v1/policies', { params: { query: { limit: 200, cursor: next } } });
  expect(more.data?.items).toHaveLength(library.knowledge.policies.length - 2);
  const policy = await client.GET('/v1/policies/{number}', { params: { path: { number: NUMBER } } });
  const id = policy.data?.measures[1]?.id ?? '';
  const measure = await client.GET('/v1/measures/{id}', { params: { path: { id } } });
  expect(measure.data?.policy).toBe(NUMBER);
  const source = await client.GET('/v1/policies/{number}/source', {
    params: { path: { number: NUMBER } },
    parseAs: 'text',
  });
  const clause = measure.data?.clause ?? { start: 0, end: 0, text: 'x' };
  expect(source.data?.slice(clause.start, clause.end)).toBe(clause.text);
  const facts = await client.GET('/v1/facts', { params: { query: { limit: 200 } } });
  expect(facts.data?.items.map(({ name }) => name)).toEqual(
    [...library.knowledge.facts.keys()].slice(0, 200),
  );
});

test('questions, enterprises and their proofs', async () => {
  const answer = await client.POST('/v1/ask', { body: { question: '端午没停工有没有补贴', today: TODAY } });
  expect(answer.data?.quotes.length).toBeGreaterThan(0);
  const told = { text: '制造企业，端午没停产，每天在岗350人，用电涨了12%', today: TODAY, policies: [NUMBER] };
  const matched = await client.POST('/v1/match', { body: told });
  const eligible = matched.data?.results.filter(({ verdict }) => verdict === 'eligible') ?? [];
  expect(eligible.length).toBeGreaterThan(0);
  const traced = await client.POST('/v1/trace', { body: told });
  const proofs = traced.data?.proofs ?? [];
  for (const { measure, benefit, amountYuan } of eligible)
    expect(proofs.find((proof) => proof.measure === measure && proof.benefit === benefit)).toMatchObject({
      verdict: 'eligible',
      amountYuan,
    });
});

test('figures, dates and drafts', async () => {
  const figures = await client.POST('/v1/figures', { body: { text: '增长10%以上', ref: TODAY } });
  expect(figures.data?.figures[0]?.kind).toBe('percent');
  const deadlines = await client.GET('/v1/deadlines', { params: { query: { today: TODAY } } });
  expect(deadlines.data?.documents.length).toBe(library.knowledge.policies.length);
  const feed = await client.GET('/v1/deadlines.ics', { parseAs: 'text' });
  expect(feed.data).toContain('BEGIN:VCALENDAR');
  const draft = await client.POST('/v1/draft', {
    body: { text: '关于奖励的通知\n一、给予企业10万元一次性补贴。' },
  });
  expect(draft.data?.measures.length).toBeGreaterThan(0);
});

test('what goes wrong comes as the problem that the document tells of', async () => {
  const { error, response } = await client.GET('/v1/measures/{id}', { params: { path: { id: 'x#1' } } });
  expect(response.status).toBe(404);
  expect(error).toMatchObject({ status: 404, type: 'urn:huiqi:problem:not-found' });
  const wrong = await client.POST('/v1/ask', { body: { question: '', today: TODAY } });
  expect(wrong.error?.errors?.[0]?.field).toBe('question');
});
