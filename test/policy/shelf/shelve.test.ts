import { describe, expect, it, test } from 'vitest';
import {
  type KnowledgeFile,
  nothingRead,
  replacedBy,
  type ShelfMemory,
  shelve,
} from '../../../src/policy/index.ts';
import { POLICY, SOURCE, sampleFiles } from '../sample.ts';

/** A second document of the same kind, with its own number. */
function another(slug: string, number: string, more = ''): KnowledgeFile[] {
  const rename = (text: string) => text.replaceAll('明府办发〔2031〕7号', number);
  const pad = (text: string) => text.padEnd(SOURCE.length);
  return [
    { path: `policies/${slug}/policy.yaml`, text: `${rename(POLICY)}${more}` },
    { path: `policies/${slug}/source.txt`, text: pad(rename(SOURCE)) },
  ];
}
const numbers = ({ knowledge }: ReturnType<typeof shelve>) => knowledge.policies.map(({ number }) => number);

test('a document that fails its check is set aside with the reason, and the others answer', () => {
  const changed = another('rice', '明府办发〔2031〕8号').map((file) => ({
    ...file,
    text: file.text.replace('cap: 30万元', 'cap: 300万元'),
  }));
  const shelf = shelve([...sampleFiles(POLICY), ...changed]);
  expect(numbers(shelf)).toEqual(['明府办发〔2031〕7号']);
  expect(shelf.faults).toEqual([{ slug: 'rice', reason: expect.stringContaining('300万元') }]);
});

test('a document that cannot be read at all holds up no other', () => {
  const broken = [
    { path: 'policies/rice/policy.yaml', text: 'approved: { on: 2031-01-01, by: 甲 }\nmeasures: [' },
    { path: 'policies/rice/source.txt', text: '' },
    { path: 'policies/oil/policy.yaml', text: 'approved: { on: 2031-01-01, by: 甲 }\n' },
  ];
  const shelf = shelve([...sampleFiles(POLICY), ...broken]);
  expect(numbers(shelf)).toEqual(['明府办发〔2031〕7号']);
  expect(shelf.faults.map(({ slug }) => slug)).toEqual(['rice', 'oil']);
});

test('an empty shelf is a shelf', () => {
  expect(
    shelve(sampleFiles(POLICY).filter(({ path }) => !path.startsWith('policies/'))).knowledge.policies,
  ).toEqual([]);
});

test('two documents of one number are told apart: the second is called by its folder', () => {
  const twin = another('tea-2', '明府办发〔2031〕7号').map((file) => ({
    ...file,
    text: file.text.replaceAll('2031-02-03', '2031-02-02').replaceAll('2031年2月3日', '2031年2月2日'),
  }));
  const shelf = shelve([...sampleFiles(POLICY), ...twin]);
  expect(shelf.faults).toEqual([]);
  const ids = shelf.knowledge.policies.flatMap(({ measures }) => measures.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  expect(numbers(shelf).sort()).toEqual(['tea-2', '明府办发〔2031〕7号']);
});

describe('what came after a document', () => {
  const later = (kind: string) =>
    another(
      'tea-2032',
      '明府办发〔2032〕9号',
      `relations:\n  - { kind: ${kind}, document: "明府办发[2031]7号", quote: 2031年2月3日 }\n`,
    );
  const older = (kind: string) =>
    shelve([...sampleFiles(POLICY), ...later(kind)]).knowledge.policies.find(({ slug }) => slug === 'tea')!;

  it.each(['替代', '废止'])('ends it from its own first day: %s', (kind) => {
    expect(replacedBy(older(kind), '2031-02-02')).toBeNull();
    expect(replacedBy(older(kind), '2031-02-03')).toMatchObject({ kind, number: '明府办发〔2032〕9号' });
  });
  it.each(['依据', '转发', '配套细则'])('leaves it as it is: %s', (kind) => {
    expect(older(kind).successors).toEqual([]);
  });
  it('amends it without ending it', () => {
    expect(older('修订').successors).toHaveLength(1);
    expect(replacedBy(older('修订'), '2031-06-01')).toBeNull();
  });
});

test('only what has changed is read again, and the version follows the content', () => {
  const memory: ShelfMemory = nothingRead();
  const files = [...sampleFiles(POLICY), ...another('rice', '明府办发〔2031〕8号')];
  const first = shelve(files, memory);
  const lists = memory.lists?.read;
  const again = shelve(files, memory);
  expect(memory.lists?.read).toBe(lists);
  expect(again.documents.every((one, place) => one === first.documents[place])).toBe(true);
  expect(again.version).toBe(first.version);
  const next = shelve(
    files.map((file) =>
      file.path === 'policies/rice/policy.yaml' ? { ...file, text: `${file.text}\n# x` } : file,
    ),
    memory,
  );
  expect(next.documents.map((one, place) => one === first.documents[place])).toEqual([true, false]);
  expect(next.version).not.toBe(first.version);
});

test('the lists that all documents share are read again when one of them has changed', () => {
  const memory: ShelfMemory = nothingRead();
  const files = sampleFiles(POLICY);
  shelve(files, memory);
  const facts = files.find(({ path }) => path.endsWith('facts.yaml'))!;
  const more = {
    ...facts,
    text: `${facts.text}\noneMore: { type: boolean, topic: 其他, label: 又一样, question: 有吗？ }\n`,
  };
  const { knowledge } = shelve([...files.filter((file) => file !== facts), more], memory);
  expect(knowledge.facts.has('oneMore')).toBe(true);
});
