/** The shelf at the edge: what a running bot sees of a folder and a store that change under it, and what officers do to it. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createApp,
  exportShelf,
  importShelf,
  listShelf,
  openShelf,
  parseSettings,
  readShelf,
  replaceDocument,
  type Settings,
  shelfHistory,
  showDocument,
  withdrawDocument,
} from '../../../src/service/index.ts';
import { keepFile } from '../../../src/service/kept-files.ts';
import { originalOf } from '../../../src/service/shelf/index.ts';
import { openStore, type Store } from '../../../src/store/index.ts';
import { POLICY, SOURCE, sampleFiles } from '../../policy/sample.ts';

let root: string;
let settings: Settings;
let store: Store;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'huiqi-shelf-'));
  settings = parseSettings({
    HUIQI_KNOWLEDGE_DIR: join(root, 'knowledge'),
    HUIQI_DATA_DIR: join(root, 'data'),
  });
  for (const { path, text } of sampleFiles())
    write(path.startsWith('policies/') ? path : `core/${path}`, text);
  store = await openStore({ dataDir: settings.HUIQI_DATA_DIR });
});
afterEach(async () => {
  await store.close();
  rmSync(root, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  const file = join(root, 'knowledge', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
/** The same document under another number, ready to answer. */
const riceFiles = (number = '明府办发〔2031〕8号'): Record<string, string> => ({
  'policy.yaml': POLICY.replace('明府办发〔2031〕7号', number).replace('茶业七号文', '大米八号文'),
  'source.txt': SOURCE.replace('明府办发〔2031〕7号', number),
});
const deed = { by: '李茶', on: '2031-05-01' };
const open = () => openShelf(settings.HUIQI_KNOWLEDGE_DIR, store);
const numbersOf = (shelf: Awaited<ReturnType<typeof open>>) =>
  shelf.current().knowledge.policies.map(({ number }) => number);

describe('a running bot', () => {
  it('answers from a document that was put into the folder, and from none that fails', async () => {
    const shelf = await open();
    const app = createApp({
      knowledge: shelf,
      store,
      clock: { now: () => Date.parse('2031-06-01T09:00:00+08:00') },
    });
    expect(await shelf.refresh()).toBeNull();
    const before = app.library().version;
    for (const [name, text] of Object.entries(riceFiles())) write(`policies/rice/${name}`, text);
    expect((await shelf.refresh())?.faults).toEqual([]);
    expect(app.mind.knowledge.policies).toHaveLength(2);
    expect(app.library().version).not.toBe(before);

    write('policies/rice/policy.yaml', riceFiles()['policy.yaml']!.replace('cap: 30万元', 'cap: 90万元'));
    expect((await shelf.refresh())?.faults).toMatchObject([{ slug: 'rice' }]);
    expect(numbersOf(shelf)).toEqual(['明府办发〔2031〕7号']);
  });

  it('keeps what it has while a list that all share cannot be read, and goes on when it can', async () => {
    const shelf = await open();
    write('core/lexicon.yaml', '- say: [');
    await expect(shelf.refresh()).rejects.toThrow('知识文件有错');
    expect(numbersOf(shelf)).toHaveLength(1);
    write('core/lexicon.yaml', '');
    await shelf.refresh();
    expect(numbersOf(shelf)).toHaveLength(1);
  });

  it('sees a revision of the store when it comes into force, not before, and the next one in its place', async () => {
    const shelf = await open();
    const act = { by: '李茶', at: 1 };
    const one = await store.transaction((records) =>
      records.shelf.add({ document: 'rice', files: riceFiles(), ...act }),
    );
    await shelf.refresh();
    expect(numbersOf(shelf)).toHaveLength(1);
    await store.transaction((records) => records.shelf.move('rice', one, 'in-force', act));
    await shelf.refresh();
    expect(numbersOf(shelf)).toContain('明府办发〔2031〕8号');

    // In force it is never changed; a second revision takes its place.
    expect(await store.transaction((records) => records.shelf.edit('rice', one, {}, act))).toBe(false);
    const files = riceFiles('明府办发〔2031〕9号');
    const two = await store.transaction((records) => records.shelf.add({ document: 'rice', files, ...act }));
    await store.transaction((records) => records.shelf.move('rice', two, 'in-force', act));
    await shelf.refresh();
    expect(numbersOf(shelf).sort()).toEqual(['明府办发〔2031〕7号', '明府办发〔2031〕9号']);
    const steps = await shelfHistory(settings, 'rice');
    expect(steps.map(({ number, state }) => [number, state])).toEqual([
      [1, 'draft'],
      [1, 'in-force'],
      [1, 'replaced'],
      [2, 'draft'],
      [2, 'in-force'],
    ]);
    // A door that answers once reads the same.
    expect((await readShelf(settings)).policies).toHaveLength(2);
  });

  it('is not built again for drafts, and lists them without their texts', async () => {
    const act = { by: '李', at: 1 };
    const seen = () => store.transaction(({ shelf }) => shelf.version());
    const files = { 'source.txt': '一、支持企业。', 'policy.yaml': 'approval.yaml: "approval.yaml":' };
    const before = await seen();
    const number = await store.transaction(({ shelf }) => shelf.add({ document: 'rice', files, ...act }));
    await store.transaction(({ shelf }) => shelf.edit('rice', number, files, act));
    await store.transaction(({ shelf }) => shelf.move('rice', number, 'in-review', act));
    expect(await seen()).toBe(before);
    const heads = () => store.transaction(({ shelf }) => shelf.heads());
    expect(await heads()).toMatchObject([{ document: 'rice', number, state: 'in-review', isSigned: false }]);
    const signed = { ...files, 'approval.yaml': 'steps: []' };
    await store.transaction(({ shelf }) => shelf.move('rice', number, 'in-force', { ...act, files: signed }));
    expect(await seen()).toBe(before + 1);
    expect(await heads()).toMatchObject([{ state: 'in-force', isSigned: true }]);
  });

  it('takes the store’s of a document that both hold, and says so', async () => {
    const number = await store.transaction(({ shelf }) =>
      shelf.add({ document: 'tea', files: riceFiles(), by: '李', at: 1 }),
    );
    await store.transaction(({ shelf }) => shelf.move('tea', number, 'in-force', { by: '李', at: 1 }));
    const shelf = await open();
    expect(numbersOf(shelf)).toEqual(['明府办发〔2031〕8号']);
    expect(shelf.current().warnings).toEqual([expect.stringContaining('tea')]);
  });

  it('writes the version with each answer', async () => {
    const shelf = await open();
    const app = createApp({
      knowledge: shelf,
      store,
      clock: { now: () => Date.parse('2031-06-01T09:00:00+08:00') },
    });
    const message = {
      channel: 'test',
      conversationId: 'c',
      senderId: 's',
      isGroup: false,
      addressedToBot: true,
      text: '采茶机补贴多少',
      eventId: 'e',
      receivedAt: 1,
    };
    await app.handle(message);
    const [item] = await store.transaction(({ outbox }) =>
      outbox.claim({ worker: 'w', channels: ['test'], limit: 1, now: store.now() + 1, leaseMs: 1 }),
    );
    expect(JSON.parse(item!.body)).toMatchObject({ library: shelf.current().version });
  });
});

describe('an officer', () => {
  it('withdraws a document of the folder: it answers no more, and who, when and why is kept', async () => {
    const shelf = await open();
    await withdrawDocument(settings, 'tea', { ...deed, note: '发错了' });
    await shelf.refresh();
    expect(numbersOf(shelf)).toEqual([]);
    expect(await shelfHistory(settings, 'tea')).toEqual([
      { number: null, state: 'withdrawn', by: '李茶', on: '2031-05-01', note: '发错了' },
    ]);
    await expect(withdrawDocument(settings, 'tea', deed)).rejects.toThrow('不是在用的文件');
  });

  it('replaces a document: who asks for the old one is told of the new one', async () => {
    for (const [name, text] of Object.entries(riceFiles())) write(`policies/rice/${name}`, text);
    await replaceDocument(settings, 'tea', 'rice', deed);
    const shelf = await open();
    const app = createApp({
      knowledge: shelf,
      store,
      clock: { now: () => Date.parse('2031-06-01T09:00:00+08:00') },
    });
    const handled = await app.answer({
      channel: 'test',
      conversationId: 'c',
      senderId: 's',
      isGroup: false,
      addressedToBot: true,
      text: '明府办发〔2031〕7号第2条是什么',
      eventId: 'e',
      receivedAt: 1,
    });
    expect(handled.reply.text).toContain('已被明府办发〔2031〕8号替代');
    expect(await showDocument(settings, 'tea')).toMatchObject({
      state: 'replaced',
      relations: [{ kind: '已被替代', name: '明府办发〔2031〕8号' }],
    });
  });

  it('is told of a document that does not answer, with the reason', async () => {
    write('policies/tea/policy.yaml', POLICY.replace('cap: 30万元', 'cap: 31万元'));
    const { documents } = await listShelf(settings);
    expect(documents).toMatchObject([
      { slug: 'tea', state: 'in-force', fault: expect.stringContaining('31万元') },
    ]);
  });

  it('moves everything to another installation, revisions and the received file too, and nothing twice', async () => {
    const act = { by: '李茶', at: 1 };
    const bytes = Uint8Array.from({ length: 500_000 }, (_, i) => i % 251);
    const original = { name: '八号文.docx', file: await keepFile(store, bytes) };
    const number = await store.transaction((records) =>
      records.shelf.add({
        document: 'rice',
        files: riceFiles(),
        original,
        address: 'https://example.test/8',
        ...act,
      }),
    );
    await store.transaction((records) => records.shelf.move('rice', number, 'in-force', act));
    const target = join(root, 'moved');
    expect(await exportShelf(settings, target)).toEqual({ documents: 2 });
    await expect(exportShelf(settings, target)).rejects.toThrow('已经有东西');

    const there = parseSettings({
      HUIQI_KNOWLEDGE_DIR: join(root, 'there'),
      HUIQI_DATA_DIR: join(root, 'data-there'),
    });
    cpSync(join(root, 'knowledge', 'core'), join(root, 'there', 'core'), { recursive: true });
    const other = await openStore({ dataDir: there.HUIQI_DATA_DIR });
    expect(await importShelf(there, target)).toEqual({ added: ['rice', 'tea'], skipped: [] });
    expect(await importShelf(there, target)).toEqual({ added: [], skipped: ['rice', 'tea'] });
    expect(await shelfHistory(there, 'rice')).toEqual(await shelfHistory(settings, 'rice'));
    expect((await listShelf(there)).version).toBe((await listShelf(settings)).version);
    const kept = await originalOf(other, 'rice', 1);
    expect(kept?.name).toBe('八号文.docx');
    expect(Buffer.compare(kept!.bytes, bytes)).toBe(0);
    await other.close();
    expect(readFileSync(join(root, 'there', 'policies', 'tea', 'source.txt'), 'utf8')).toBe(SOURCE);
  });

  it('creates nothing by looking', async () => {
    const nowhere = { ...settings, HUIQI_DATA_DIR: join(root, 'nowhere') };
    await listShelf(nowhere);
    await readShelf(nowhere);
    expect(existsSync(join(root, 'nowhere'))).toBe(false);
  });
});
