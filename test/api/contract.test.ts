import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ROUTES } from '../../api/index.ts';
import { createTestApi, library, TODAY } from './support.ts';

const api = createTestApi();
const NUMBER = '洪府办发〔2022〕58号';
const ENTERPRISE = '制造企业，端午没停产，每天在岗350人，用电涨了12%';

const problemSchema = z.strictObject({
  type: z.string().startsWith('urn:huiqi:problem:'),
  title: z.string(),
  status: z.int(),
  detail: z.string().regex(/^[^\n]*\p{Script=Han}[^\n]*。$/u),
  instance: z.string().min(8),
  errors: z.array(z.strictObject({ field: z.string(), detail: z.string() })).optional(),
});

async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  const problem = problemSchema.parse(await response.json());
  expect(problem.status).toBe(response.status);
  expect(problem.instance).toBe(response.headers.get('x-request-id'));
  return problem;
}

async function listed(path: string) {
  const response = await api.send(path);
  expect(response.status).toBe(200);
  return (await response.json()) as {
    items: Record<string, unknown>[];
    next: string | null;
    version: string;
  };
}

test('documents are listed newest first, and each is found under its number', async () => {
  const { items, next, version } = await listed('/v1/policies');
  expect(items.map(({ number }) => number)).toEqual(library.knowledge.policies.map(({ number }) => number));
  expect(next).toBeNull();
  expect(version).toBe(library.version);
  for (const { number } of items) {
    const response = await api.send(`/v1/policies/${encodeURIComponent(String(number))}`);
    const policy = (await response.json()) as { number: string; measures: { id: string }[] };
    expect(policy.number).toBe(number);
    for (const { id } of policy.measures)
      expect((await api.send(`/v1/measures/${encodeURIComponent(id)}`)).status).toBe(200);
  }
});

test('pages by cursor hold every item once', async () => {
  const names: unknown[] = [];
  let path: string | null = '/v1/facts?limit=7';
  while (path) {
    const page: Awaited<ReturnType<typeof listed>> = await listed(path);
    expect(page.items.length).toBeLessThanOrEqual(7);
    names.push(...page.items.map(({ name }) => name));
    path = page.next === null ? null : `/v1/facts?limit=7&cursor=${page.next}`;
  }
  expect(names).toEqual([...library.knowledge.facts.keys()]);
});

test.each([
  ['one of other bytes', '%00%ff', 400],
  ['one that nobody gave', 'aGVsbG8', 400],
  ['one of another version', Buffer.from('0123abcd0123abcd:5').toString('base64url'), 409],
])('a cursor that cannot be gone on with is refused: %s', async (_, cursor, status) => {
  expect((await problemOf(await api.send(`/v1/policies?cursor=${cursor}`))).status).toBe(status);
});

test('the source is given verbatim, and a clause stands at its offsets', async () => {
  const source = await (await api.send(`/v1/policies/${encodeURIComponent(NUMBER)}/source`)).text();
  expect(source).toBe(library.knowledge.policies.find(({ number }) => number === NUMBER)!.source);
  const measure = (await (await api.send(`/v1/measures/${encodeURIComponent(`${NUMBER}#2`)}`)).json()) as {
    clause: { start: number; end: number; text: string };
    benefits: { quote: { start: number; end: number; text: string } }[];
  };
  for (const place of [measure.clause, ...measure.benefits.map(({ quote }) => quote)])
    expect(source.slice(place.start, place.end)).toBe(place.text);
});

test('a question is answered with quotes, and one without an answer is reported', async () => {
  const response = await api.send('/v1/ask', { json: { question: '端午没停工有没有补贴', today: TODAY } });
  const answer = (await response.json()) as {
    measures: { id: string }[];
    quotes: string[];
    kind: string;
    card: { source: string; quote: string };
  };
  expect(answer.measures[0]?.id).toBe(`${NUMBER}#2`);
  expect(answer.quotes.length).toBeGreaterThan(0);
  expect(answer.card.source).toContain(NUMBER);
  expect(answer.quotes).toContain(answer.card.quote);
  const none = await api.send('/v1/ask', { json: { question: '怎么给猫办身份证' } });
  expect(((await none.json()) as { kind: string }).kind).toBe('none');
  expect(api.desk.unansweredQuestions).toEqual(['怎么给猫办身份证']);
});

test.each([
  ['its own words', { text: ENTERPRISE }],
  [
    'a profile',
    {
      profile: {
        manufacturing: true,
        holidayContinuousProduction: true,
        dailyOnDutyHeadcount: 350,
        industrialElectricityGrowth: 0.12,
      },
    },
  ],
  [
    'statements',
    {
      statements: [
        { fact: 'manufacturing', value: true },
        { fact: 'holidayContinuousProduction', value: true },
        { fact: 'dailyOnDutyHeadcount', value: 350 },
        { fact: 'industrialElectricityGrowth', value: { min: 0.12, max: 0.12 } },
      ],
    },
  ],
])('an enterprise told by %s gets its verdicts and amounts', async (_, told) => {
  const response = await api.send('/v1/match', { json: { ...told, today: TODAY, policies: [NUMBER] } });
  const { results, statements } = (await response.json()) as {
    results: { measure: string; verdict: string; amountYuan: number | null }[];
    statements: { fact: string }[];
  };
  expect(results.every(({ measure }) => measure.startsWith(NUMBER))).toBe(true);
  expect(results.find(({ measure }) => measure === `${NUMBER}#2`)).toMatchObject({
    verdict: 'eligible',
    amountYuan: 50_000,
  });
  expect(statements.map(({ fact }) => fact)).toEqual(
    expect.arrayContaining([
      'dailyOnDutyHeadcount',
      'holidayContinuousProduction',
      'industrialElectricityGrowth',
      'manufacturing',
    ]),
  );
});

test('a statement of other months than the rule asks for does not count', async () => {
  const matched = async (period: object | null) => {
    const statements = [
      { fact: 'manufacturing', value: true },
      { fact: 'holidayContinuousProduction', value: true },
      { fact: 'dailyOnDutyHeadcount', value: 350 },
      { fact: 'industrialElectricityGrowth', value: 0.12, period },
    ];
    const json = { statements, today: TODAY, measure: `${NUMBER}#2` };
    const { results } = (await (await api.send('/v1/match', { json })).json()) as {
      results: { verdict: string }[];
    };
    return results.map(({ verdict }) => verdict);
  };
  expect(await matched({ from: '2022-06-01', to: '2022-06-30' })).toEqual(['eligible']);
  expect(await matched({ from: '2020-01-01', to: '2020-03-31' })).toEqual(['unknown']);
});

test('an undeclared fact is named, and counts for nothing', async () => {
  const json = { profile: { shoeSize: 43 }, today: TODAY };
  const { ignored } = (await (await api.send('/v1/match', { json })).json()) as { ignored: string[] };
  expect(ignored).toEqual(['shoeSize']);
});

test('a proof holds every figure of its rule at its place in the source, with the statements it rests on', async () => {
  const json = { text: ENTERPRISE, today: TODAY };
  const { proofs, policies, version } = (await (await api.send('/v1/trace', { json })).json()) as {
    version: string;
    policies: { number: string; sourceHash: string }[];
    proofs: {
      measure: string;
      verdict: string;
      quote: Place;
      rows: { literals: Literal[]; state: string }[];
      conditions: {
        facts: string[];
        state: string;
        said: unknown;
        statements: { fact: string; evidence: { words: string } | null }[];
        literals: Literal[];
      }[];
    }[];
  };
  expect(version).toBe(library.version);
  const sources = new Map(library.knowledge.policies.map(({ number, source }) => [number, source]));
  for (const { number, sourceHash } of policies)
    expect(sourceHash).toBe(createHash('sha256').update(sources.get(number)!).digest('hex'));
  expect(proofs).toHaveLength(
    library.knowledge.policies.flatMap(({ measures }) => measures.flatMap(({ benefits }) => benefits)).length,
  );
  for (const { measure, quote, conditions, rows } of proofs) {
    const source = sources.get(measure.slice(0, measure.lastIndexOf('#')))!;
    const literals = [...conditions, ...rows].flatMap((part) => part.literals);
    for (const { written, at } of literals) {
      expect(at, `${measure} ${written}`).not.toBeNull();
      expect(at!.start).toBeGreaterThanOrEqual(quote.start);
      expect(at!.end).toBeLessThanOrEqual(quote.end);
      expect(source.slice(at!.start, at!.end)).toBe(at!.text);
    }
    expect(source.slice(quote.start, quote.end)).toBe(quote.text);
  }
  const proof = proofs.find(({ measure }) => measure === `${NUMBER}#2`)!;
  expect(proof.verdict).toBe('eligible');
  const told = proof.conditions.filter(({ said }) => said !== null);
  expect(told.length).toBeGreaterThanOrEqual(4);
  for (const { statements, state } of told) {
    expect(state).toBe('met');
    expect(statements.every(({ evidence }) => evidence !== null)).toBe(true);
  }
  // Each fact with the clause that told it, not the whole text.
  const words = new Map(
    told.flatMap(({ statements }) =>
      statements.map(({ fact, evidence }) => [fact, evidence?.words] as const),
    ),
  );
  for (const [fact, clause] of WORDS) expect([fact, words.get(fact)]).toEqual([fact, clause]);
  expect(proof.rows.at(-1)!.literals.map(({ written }) => written)).toContain('5万元');
});

const WORDS: readonly [fact: string, clause: string][] = [
  ['manufacturing', '制造企业'],
  ['holidayContinuousProduction', '端午没停产'],
  ['dailyOnDutyHeadcount', '每天在岗350人'],
  ['industrialElectricityGrowth', '用电涨了12%'],
];

interface Place {
  start: number;
  end: number;
  text: string;
}
interface Literal {
  written: string;
  at: Place | null;
}

test('figures, dates, a calendar and a draft are given', async () => {
  const figures = (await (await api.send('/v1/figures', { json: { text: '不超过500万元' } })).json()) as {
    figures: object[];
  };
  expect(figures.figures).toMatchObject([{ kind: 'money', max: 5_000_000, start: 0, end: 8 }]);
  const { documents } = (await (await api.send(`/v1/deadlines?today=${TODAY}`)).json()) as {
    documents: { number: string; deadlines: { day: string; kind: string }[] }[];
  };
  expect(documents[0]).toMatchObject({ number: NUMBER });
  expect(documents[0]!.deadlines).toContainEqual(
    expect.objectContaining({ day: '2022-07-30', kind: 'apply-by' }),
  );
  const feed = await api.send('/v1/deadlines.ics');
  expect(feed.headers.get('content-type')).toContain('text/calendar');
  expect(await feed.text()).toMatch(/^BEGIN:VCALENDAR[\s\S]*END:VCALENDAR\s*$/u);
  const text =
    '星河市人民政府关于支持企业的通知\n星府发〔2024〕3号\n\n一、支持扩大生产。对年营业收入增长10%以上的企业，给予20万元一次性奖励。\n\n2024年3月1日';
  const draft = (await (await api.send('/v1/draft', { json: { text } })).json()) as {
    number: string;
    measures: { benefits: { quote: string; cases: string[] }[] }[];
  };
  expect(draft.number).toBe('星府发〔2024〕3号');
  expect(draft.measures[0]?.benefits[0]?.quote).toContain('20万元');
  expect(draft.measures[0]?.benefits[0]?.cases.join('\n')).toMatch(/10%.*→.*20万元/u);
});

const POSTS = ROUTES.filter(({ method }) => method === 'post');
const HOSTILE: [string, string | Uint8Array<ArrayBuffer>, number][] = [
  ['no JSON', '{"question":', 400],
  ['another shape', '[]', 400],
  ['null', 'null', 400],
  ['a number', '1e999', 400],
  ['fields that are not known', '{"__proto__":{"a":1},"constructor":{"prototype":{}},"x":1}', 400],
  ['very deep nesting', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, 400],
  ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00, 0x80]), 400],
];

test.each(POSTS.flatMap(({ path }) => HOSTILE.map(([name, body, status]) => ({ path, name, body, status }))))(
  '$path answers $name with a problem of one sentence',
  async ({ path, body, status }) => {
    const response = await api.send(path, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });
    expect((await problemOf(response)).status).toBe(status);
  },
);

test.each(POSTS.map(({ path, body }) => ({ path, body: body! })))(
  '$path refuses another type, too much, and takes its own example',
  async ({ path, body }) => {
    const plain = await api.send(path, {
      method: 'POST',
      body: 'text=1',
      headers: { 'content-type': 'text/plain' },
    });
    expect((await problemOf(plain)).status).toBe(415);
    const large = JSON.stringify({ text: 'a'.repeat(body.kilobytes * 1_024 + 10) });
    const refused = await api.send(path, {
      method: 'POST',
      body: large,
      headers: { 'content-type': 'application/json' },
    });
    expect((await problemOf(refused)).status).toBe(413);
    expect((await api.send(path, { json: body.example })).status).toBe(200);
  },
);

test.each(ROUTES.map(({ path, method }) => ({ path: path.replaceAll(/\{\w+\}/gu, 'x'), method })))(
  '$path answers another method with what it takes',
  async ({ path, method }) => {
    const response = await api.send(path, { method: method === 'get' ? 'DELETE' : 'PUT' });
    expect((await problemOf(response)).status).toBe(405);
    expect(response.headers.get('allow')).toContain(method.toUpperCase());
  },
);

test.each([
  ['/v1/policies/%E4%B8%8D%E5%AD%98%E5%9C%A8', 404],
  ['/v1/policies/%zz', 404],
  ['/v1/policies/..%2F..%2Fetc%2Fpasswd', 404],
  ['/v1/measures/x', 404],
  [`/v1/measures/${encodeURIComponent(NUMBER)}`, 404],
  [`/v1/policies/${encodeURIComponent(`${NUMBER}#2`)}`, 404],
  ['/v1/nothing', 404],
  ['/v1/policies?limit=0', 400],
  ['/v1/policies?limit=1e9', 400],
  ['/v1/policies?today=2022-02-30', 400],
  ['/v1/policies?offset=3', 400],
  ['/v1/deadlines?today=yesterday', 400],
])('%s is answered with a problem of status %i', async (path, status) => {
  expect((await problemOf(await api.send(path))).status).toBe(status);
});

test('a field that is wrong is named', async () => {
  const problem = await problemOf(
    await api.send('/v1/ask', { json: { question: '问', today: '2022-13-01' } }),
  );
  expect(problem.errors).toEqual([{ field: 'today', detail: '要写成 2022-06-20 这样的日期' }]);
  expect(problem.detail).toBe('today 不对：要写成 2022-06-20 这样的日期。');
});

test('what is known has a tag, and whoever knows it already gets no second copy', async () => {
  const first = await api.send('/v1/policies');
  const tag = first.headers.get('etag')!;
  expect(tag).toContain(library.version);
  const again = await api.send('/v1/policies', { headers: { 'if-none-match': `"other", W/${tag}` } });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe('');
  expect((await api.send('/v1/policies', { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
});

test('a request keeps the id that its caller gave it, when it is one', async () => {
  const own = await api.send('/v1/policies', { headers: { 'x-request-id': 'order-2024.77' } });
  expect(own.headers.get('x-request-id')).toBe('order-2024.77');
  const odd = await api.send('/v1/policies', { headers: { 'x-request-id': 'a b' } });
  expect(odd.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/u);
});

test('a fault inside is reported, and told in one sentence without its cause', async () => {
  const broken = createTestApi({
    desk: {
      library: () => {
        throw new Error('secret cause');
      },
      today: () => TODAY,
      async unanswered() {},
    },
  });
  const response = await broken.send('/v1/policies');
  const problem = await problemOf(response);
  expect(problem.status).toBe(500);
  expect(JSON.stringify(problem)).not.toContain('secret');
  expect(broken.errors).toHaveLength(1);
});

test('a thousand questions at once are all answered', async () => {
  const questions = [
    '端午没停工有没有补贴',
    '出口信用保险能补多少',
    '什么时候截止',
    '小微企业贷款贴息',
    '归哪个部门管',
  ];
  const responses = await Promise.all(
    Array.from({ length: 1_000 }, (_, i) =>
      api.send('/v1/ask', { json: { question: questions[i % questions.length], today: TODAY } }),
    ),
  );
  expect(responses.every(({ status }) => status === 200)).toBe(true);
});
