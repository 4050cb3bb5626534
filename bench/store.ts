/**
 * What does the store cost? Ours beside the raw driver with the same statements, in the same run, on node:sqlite and on PostgreSQL.
 * `npm run bench store [SUBSCRIPTIONS]`: the last question moves the reminders of so many subscriptions (1,000,000 unless said).
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const megabytes = () => process.memoryUsage().rss / 1e6;
globalThis.gc?.();
const bare = megabytes();

const { connect } = await import('../src/store/engine/node-sqlite-dialect.ts');
const { ONLY_OFFICE, openStore } = await import('../src/store/index.ts');
type Store = Awaited<ReturnType<typeof openStore>>;
type StoreOptions = Parameters<typeof openStore>[0];

const REMINDERS = 100_000;
const BATCH = 500;
const MESSAGES = 300;
const SUBSCRIPTIONS = Number(process.argv[3] ?? 1_000_000);

const folder = mkdtempSync(join(tmpdir(), 'huiqi-bench-'));
const print = (line: string) => process.stdout.write(`${line}\n`);
const rate = (number: number, milliseconds: number) => Math.round((number / milliseconds) * 1000);
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function timed(work: () => Promise<void> | void): Promise<number> {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

/** The raw driver, with statements that are prepared once where the driver can. */
interface Raw {
  message(number: number): Promise<void> | void;
  claimAndMark(now: number): Promise<number> | number;
  close(): Promise<void> | void;
}

const INBOUND = `insert into inbound ("office", "channel", "eventId", "conversationId", "senderId", "body", "receivedAt") values ('${ONLY_OFFICE}', $1, $2, $3, $4, $5, $6) on conflict do nothing`;
const LOAD = `select "state", "version", "lastInboundAt" from conversation where "office" = '${ONLY_OFFICE}' and "channel" = $1 and "conversationId" = $2 and "senderId" = $3`;
const SAVE = `update conversation set "state" = $1, "version" = "version" + 1, "lastInboundAt" = $2 where "office" = '${ONLY_OFFICE}' and "channel" = $3 and "conversationId" = $4 and "senderId" = $5`;
const REPLY = `insert into outbox ("office", "id", "channel", "conversationId", "isGroup", "body", "createdAt", "dueAt", "attempts", "status") values ('${ONLY_OFFICE}', $1, $2, $3, 0, $4, $5, $5, 0, 'due') on conflict do nothing`;
const ANSWERED = `update inbound set "answeredAt" = $1, "body" = '', "senderId" = '', "conversationId" = '' where "office" = '${ONLY_OFFICE}' and "channel" = $2 and "eventId" = $3`;
const CLAIM = `with picked as materialized (select id from reminder where office = '${ONLY_OFFICE}' and status = 'due' and "dueAt" <= $1 and "expiresAt" > $1 order by "dueAt" limit ${BATCH} FOR_UPDATE)
  update reminder set status = 'claimed', "leaseOwner" = 'raw', "leaseUntil" = $1 + 60000 where office = '${ONLY_OFFICE}' and id in (select id from picked) returning id`;

const STATE = JSON.stringify({
  about: 'A#1',
  recent: Array.from({ length: 8 }, (_, n) => `A#${n}`),
  facts: { a: 1 },
}).repeat(4);
const BODY = JSON.stringify({ text: '端午节没停工，有没有补贴？每天在岗350人。', receivedAt: 1 });

async function oneMessage(store: Store, number: number): Promise<void> {
  const address = { channel: 'bench', conversationId: `c${number % 100}` };
  await store.transaction(async (records) => {
    const eventId = `ours ${number}`;
    await records.inbound.receive({ ...address, eventId, senderId: 's', body: BODY, receivedAt: number });
    const found = await records.conversations.load(address, 's');
    await records.conversations.save(address, 's', STATE, found?.version ?? null, number);
    await records.outbox.add({ ...address, id: eventId, isGroup: false, body: BODY, createdAt: number });
    await records.inbound.markAnswered('bench', eventId, number);
  });
}

async function claimAndMark(store: Store, now: number): Promise<number> {
  const rows = await store.transaction(({ reminders }) =>
    reminders.claim({ worker: 'w', channels: ['bench'], limit: BATCH, now, leaseMs: 60_000 }),
  );
  const ids = rows.map((row) => row.id);
  const deliveries = await store.transaction(({ reminders }) => reminders.begin(ids, 'w', now));
  const results = [...deliveries.values()].map((delivery) => ({
    delivery,
    result: { kind: 'sent' as const },
  }));
  await store.transaction(({ reminders }) => reminders.finish(results, 'w', now));
  return rows.length;
}

function subscription(number: number) {
  const id = `s${String(number).padStart(7, '0')}`;
  return {
    id,
    channel: 'bench',
    conversationId: id,
    senderId: id,
    isGroup: false,
    about: 'A#1',
    deadline: '2022-07-30',
    choice: '{"kind":"days-before","days":[7,3,1]}',
    state: 'active' as const,
    pausedUntil: null,
    createdAt: 1,
  };
}

async function fill(store: Store, number: number, remindersEach: number, now: number): Promise<void> {
  for (let first = 0; first < number; first += BATCH) {
    const plans = Array.from({ length: Math.min(BATCH, number - first) }, (_, n) => {
      const one = subscription(first + n);
      const reminders = Array.from({ length: remindersEach }, (_, place) => ({
        id: `${one.id}@${place}`,
        dueAt: now - 1000 + place,
        expiresAt: now + 1e9,
        isLast: false,
      }));
      return { subscription: one, reminders };
    });
    await store.transaction(({ reminders }) => reminders.subscribe(plans));
  }
}

/** SQLite takes $1 for a name; its numbers are ?1. */
const numbered = (sql: string) => sql.replace(/\$(?=\d)/gu, '?');

function rawSqlite(file: string): Raw {
  const db = connect(file, { readOnly: false, busyTimeoutMs: 5000 });
  db.exec('pragma synchronous = full; pragma foreign_keys = on');
  const [inbound, load, save, reply, answered] = [INBOUND, LOAD, SAVE, REPLY, ANSWERED].map((sql) =>
    db.prepare(numbered(sql)),
  );
  const claim = db.prepare(numbered(CLAIM.replace('FOR_UPDATE', '')));
  const begin = db.prepare(
    `update reminder set status = 'sending', attempts = attempts + 1 where office = '${ONLY_OFFICE}' and id = ? and status = 'claimed'`,
  );
  const start = db.prepare(
    `insert into delivery (office, id, "reminderId", attempt, worker, "startedAt", outcome) values ('${ONLY_OFFICE}', ?, ?, 1, 'raw', ?, 'started')`,
  );
  const end = db.prepare(
    `update delivery set outcome = 'sent', "finishedAt" = ? where office = '${ONLY_OFFICE}' and id = ? and outcome = 'started'`,
  );
  const done = db.prepare(
    `update reminder set status = 'sent', "leaseOwner" = null, "leaseUntil" = null where office = '${ONLY_OFFICE}' and id = ?`,
  );
  return {
    message(number) {
      const [chat, id] = [`c${number % 100}`, `raw ${number}`];
      db.exec('begin immediate');
      inbound?.run('bench', id, chat, 's', BODY, number);
      load?.get('bench', chat, 's');
      save?.run(STATE, number, 'bench', chat, 's');
      reply?.run(id, 'bench', chat, BODY, number);
      answered?.run(number, 'bench', id);
      db.exec('commit');
    },
    claimAndMark(now) {
      const rows = claim.all(now) as { id: string }[];
      db.exec('begin immediate');
      for (const { id } of rows) {
        begin.run(id);
        start.run(`${id}#1`, id, now);
      }
      db.exec('commit; begin immediate');
      for (const { id } of rows) {
        end.run(now, `${id}#1`);
        done.run(id);
      }
      db.exec('commit');
      return rows.length;
    },
    close: () => db.close(),
  };
}

async function rawPostgres(url: string): Promise<Raw> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  /** Prepared once, as the store's own are. */
  const named = (text: string, values: unknown[]) =>
    client.query({ name: createHash('md5').update(text).digest('hex'), text, values });
  return {
    async message(number) {
      const [chat, id] = [`c${number % 100}`, `raw ${number}`];
      await client.query('begin');
      await named(INBOUND, ['bench', id, chat, 's', BODY, number]);
      await named(`${LOAD} for update`, ['bench', chat, 's']);
      await named(SAVE, [STATE, number, 'bench', chat, 's']);
      await named(REPLY, [id, 'bench', chat, BODY, number]);
      await named(ANSWERED, [number, 'bench', id]);
      await client.query('commit');
    },
    async claimAndMark(now) {
      const { rows } = await client.query<{ id: string }>(
        CLAIM.replace('FOR_UPDATE', 'for update skip locked').replaceAll('$1', `${now}::bigint`),
      );
      const ids = rows.map((row) => row.id);
      await client.query('begin');
      await client.query(
        `update reminder set status = 'sending', attempts = attempts + 1 where office = '${ONLY_OFFICE}' and id = any($1) and status = 'claimed'`,
        [ids],
      );
      await client.query(
        `insert into delivery (office, id, "reminderId", attempt, worker, "startedAt", outcome) select '${ONLY_OFFICE}', id || '#1', id, 1, 'raw', $2, 'started' from unnest($1::text[]) as id`,
        [ids, now],
      );
      await client.query('commit');
      await client.query('begin');
      await client.query(
        `update delivery set outcome = 'sent', "finishedAt" = $2 where office = '${ONLY_OFFICE}' and "reminderId" = any($1) and outcome = 'started'`,
        [ids, now],
      );
      await client.query(
        `update reminder set status = 'sent', "leaseOwner" = null, "leaseUntil" = null where office = '${ONLY_OFFICE}' and id = any($1)`,
        [ids],
      );
      await client.query('commit');
      return rows.length;
    },
    close: () => client.end(),
  };
}

/** Ours and raw take turns, so that a noisy minute hits both. */
async function measure(
  name: string,
  fresh: () => Promise<StoreOptions>,
  raw: (options: StoreOptions) => Promise<Raw>,
): Promise<void> {
  print(`\n${name}`);
  const options = await fresh();
  const empty = await timed(async () => (await openStore(options)).close());
  let store = await openStore(options);
  const now = store.now();
  await fill(store, REMINDERS, 1, now);
  await store.close();
  const opened = await timed(async () => {
    store = await openStore(options);
  });
  print(
    `  open: empty ${empty.toFixed(0)} ms (with migrations), with ${REMINDERS} reminders ${opened.toFixed(0)} ms`,
  );

  const driver = await raw(options);
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < 21; round += 1) {
    const first = round * MESSAGES;
    ours.push(
      await timed(async () => {
        for (let n = first; n < first + MESSAGES; n += 1) await oneMessage(store, n);
      }),
    );
    theirs.push(
      await timed(async () => {
        for (let n = first; n < first + MESSAGES; n += 1) await driver.message(n);
      }),
    );
  }
  const [oursPerSecond, rawPerSecond] = [
    rate(MESSAGES, median(ours.slice(1))),
    rate(MESSAGES, median(theirs.slice(1))),
  ];
  print(
    `  message + conversation + reply, durable: ${oursPerSecond}/s, raw ${rawPerSecond}/s, ratio ${(oursPerSecond / rawPerSecond).toFixed(2)}`,
  );

  const delay = monitorEventLoopDelay({ resolution: 1 });
  let [oursMs, rawMs, oursRows, rawRows] = [0, 0, 0, 0];
  while (oursRows + rawRows < REMINDERS) {
    delay.enable();
    oursMs += await timed(async () => {
      oursRows += await claimAndMark(store, now);
    });
    await new Promise((resolve) => setImmediate(resolve));
    delay.disable();
    rawMs += await timed(async () => {
      rawRows += await driver.claimAndMark(now);
    });
  }
  const [a, b] = [rate(oursRows, oursMs), rate(rawRows, rawMs)];
  print(
    `  due reminders claimed, begun and marked, in ${BATCH}s: ${a} rows/s, raw ${b} rows/s, ratio ${(a / b).toFixed(2)}; longest block of the event loop ${(delay.max / 1e6).toFixed(0)} ms`,
  );
  await driver.close();
  await store.close();
}

async function amend(): Promise<void> {
  const { moveAmendedDeadlines, planReminders } = await import('../src/reminders/index.ts');
  const now = Date.UTC(2022, 5, 1);
  const choice = { kind: 'days-before' as const, days: [7, 3, 1] };
  const planned = await timed(() => {
    for (let n = 0; n < SUBSCRIPTIONS; n += 1)
      planReminders({ subscriptionId: `s${n}`, deadline: '2022-08-15', choice, now });
  });
  print(`\none amended deadline, ${SUBSCRIPTIONS} subscriptions`);
  print(`  planned anew: ${(planned / 1000).toFixed(1)} s`);
  const store = await openStore({ dataDir: join(folder, 'amended') });
  await fill(store, SUBSCRIPTIONS, 3, now);
  const before = megabytes();
  let highest = before;
  const watch = setInterval(() => {
    highest = Math.max(highest, megabytes());
  }, 20);
  const moved = await timed(async () => {
    await moveAmendedDeadlines(store, () => '2022-08-15', now);
  });
  clearInterval(watch);
  const { due = 0 } = await store.transaction(({ reminders }) => reminders.counts());
  print(
    `  moved in the store, in ${BATCH}s: ${(moved / 1000).toFixed(1)} s, ${rate(SUBSCRIPTIONS, moved)} subscriptions/s, ${due} reminders due, at most ${(highest - before).toFixed(0)} MB more than before`,
  );
  await store.close();
}

try {
  const loaded = await openStore({ memory: true });
  globalThis.gc?.();
  print(
    `memory: ${(megabytes() - bare).toFixed(0)} MB for the store over the bare process (${bare.toFixed(0)} MB)`,
  );
  await loaded.close();
  let files = 0;
  await measure(
    'node:sqlite',
    async () => ({ dataDir: join(folder, String(files++)) }),
    async (options) => rawSqlite(join((options as { dataDir: string }).dataDir, 'huiqi.sqlite')),
  );
  const { sharedPostgres } = await import('../test/support/postgres.ts');
  const server = await sharedPostgres();
  await measure(
    'PostgreSQL',
    async () => ({ databaseUrl: await server.freshDatabase() }),
    (options) => rawPostgres((options as { databaseUrl: string }).databaseUrl),
  );
  await server.close();
  await amend();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
