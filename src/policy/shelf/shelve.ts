/**
 * The documents of a shelf that may answer. Each stands for itself: one whose approval, form or figures do not hold is set aside with the
 * reason and holds up no other. What was read and checked is remembered by its content, so that a change costs one document's work.
 */
import { createHash } from 'node:crypto';
import { UserError } from '../../contract/index.ts';
import { checkPolicy } from '../check/index.ts';
import {
  assembleKnowledge,
  type KnowledgeFile,
  type Lists,
  readDocument,
  readLists,
} from '../parse-knowledge.ts';
import type { Knowledge, Policy } from '../policy.ts';
import { describeProblem, type Problem } from '../problem.ts';
import type { DocumentState, Steps } from './approval.ts';

/** A document that should answer and does not. */
export interface Fault {
  slug: string;
  /** One sentence: what is wrong and what to do. */
  reason: string;
}

export interface Shelved {
  slug: string;
  state: DocumentState;
  steps: Steps;
  /** Of all its files. */
  fingerprint: string;
  /** Null where it cannot be read, or is a draft that nobody has asked for. */
  policy: Policy | null;
  problems: Problem[];
}

export interface Shelf {
  /** What may answer. */
  knowledge: Knowledge;
  documents: Shelved[];
  faults: Fault[];
  /** Changes with any file that an answer could depend on. */
  version: string;
}

/** What was read before: documents by fingerprint, and the lists that all share, with the hash of their files. */
export interface ShelfMemory {
  documents: Map<string, Shelved>;
  /** By folder what its files were marked with when they were read: as long as they are, none of them is read again. */
  marks: Map<string, { of: string; fingerprint: string }>;
  lists: { hash: string; read: SharedLists } | null;
}
type SharedLists = Omit<Lists, 'files'>;

export const nothingRead = (): ShelfMemory => ({ documents: new Map(), marks: new Map(), lists: null });

/** Forgets what stands on the shelf no more. */
export function keepOnly({ documents, marks }: ShelfMemory, present: readonly Shelved[]): void {
  const used = new Set(present.map(({ fingerprint }) => fingerprint));
  for (const fingerprint of documents.keys()) if (!used.has(fingerprint)) documents.delete(fingerprint);
  for (const [slug, { fingerprint }] of marks) if (!used.has(fingerprint)) marks.delete(slug);
}

/** Throws UserError where the shared lists are faulty: without them nothing can be understood. */
export function shelve(files: readonly KnowledgeFile[], memory: ShelfMemory = nothingRead()): Shelf {
  const shared = files.filter(({ path }) => !path.startsWith('policies/'));
  const listsHash = hashOf(shared);
  const lists = memory.lists?.hash === listsHash ? memory.lists.read : soundLists(shared);
  memory.lists = { hash: listsHash, read: lists };
  const documents = [...byFolder(files)].map(([slug, unread]) => {
    const mark = markOf(unread, listsHash);
    const marked = memory.marks.get(slug);
    const unchanged = mark !== null && marked?.of === mark && memory.documents.get(marked.fingerprint);
    if (unchanged) return unchanged;
    // A file's text may be read only now, and let go behind this line: a thousand documents at once would take twice what their index does.
    const some = unread.map(({ path, text }) => ({ path, text }));
    const fingerprint = hashOf([...some, { path: 'lists', text: listsHash }]);
    const known = memory.documents.get(fingerprint) ?? shelveOne(slug, fingerprint, textsOf(some), lists);
    memory.documents.set(fingerprint, known);
    if (mark === null) memory.marks.delete(slug);
    else memory.marks.set(slug, { of: mark, fingerprint });
    return known;
  });
  const live = documents.filter(({ state }) => state === 'in-force' || state === 'replaced');
  const sound = live.flatMap(({ policy, problems: found }) => (policy && found.length === 0 ? [policy] : []));
  return {
    knowledge: assembleKnowledge(lists, toldApart(sound)),
    documents,
    faults: live.filter(({ problems: found }) => found.length > 0).map(faultOf),
    version: createHash('sha256')
      .update(listsHash)
      .update(live.map(({ fingerprint }) => fingerprint).join())
      .digest('hex')
      .slice(0, 12),
  };
}

function soundLists(files: readonly KnowledgeFile[]): SharedLists {
  const problems: Problem[] = [];
  const { files: _, ...lists } = readLists(textsOf(files), problems);
  if (problems.length > 0)
    throw new UserError(`知识文件有错，请改正：\n${problems.slice(0, 3).map(describeProblem).join('\n')}`);
  return lists;
}

/** A draft is not read: nobody asks it anything. */
function shelveOne(
  slug: string,
  fingerprint: string,
  texts: ReadonlyMap<string, string>,
  lists: SharedLists,
): Shelved {
  const { file, steps, state, unsigned, ...read } = readDocument(slug, texts);
  const problems = unsigned ? [...read.problems, unsigned] : read.problems;
  const isLive = state === 'in-force' || state === 'replaced';
  const found =
    file && isLive && problems.length === 0
      ? checkPolicy(file, assembleKnowledge(lists, [file.policy]))
      : problems;
  return { slug, state, steps, fingerprint, policy: isLive ? (file?.policy ?? null) : null, problems: found };
}

function faultOf({ slug, problems }: Shelved): Fault {
  const more = problems.length > 1 ? `（共 ${problems.length} 处）` : '';
  return { slug, reason: `${describeProblem(problems[0]!)}${more}` };
}

/** Two documents of one number: the newer keeps it, the other is called by its folder's name. */
function toldApart(policies: readonly Policy[]): Policy[] {
  const numbers = new Map<string, Policy>();
  const newestFirst = policies.toSorted((one, other) => dayOf(other).localeCompare(dayOf(one)));
  for (const policy of newestFirst) if (!numbers.has(policy.number)) numbers.set(policy.number, policy);
  return policies.map((policy) => (numbers.get(policy.number) === policy ? policy : calledBySlug(policy)));
}

const dayOf = ({ successors, issued, validFrom }: Policy): string =>
  successors.length > 0 ? '' : (issued?.day ?? validFrom?.day ?? '0');

function calledBySlug(policy: Policy): Policy {
  const rename = (id: string) =>
    id.startsWith(policy.number) ? `${policy.slug}${id.slice(policy.number.length)}` : id;
  return {
    ...policy,
    number: policy.slug,
    measures: policy.measures.map((measure) => ({ ...measure, id: rename(measure.id) })),
    facts: new Map([...policy.facts].map(([name, fact]) => [name, { ...fact, topic: rename(fact.topic) }])),
  };
}

/** Null where one of the files has to be read to be known. */
function markOf(files: readonly KnowledgeFile[], listsHash: string): string | null {
  const marks = files.map(({ path, mark }) => (mark ? `${path} ${mark}` : null));
  return marks.includes(null) ? null : [listsHash, ...marks].join('\n');
}

const textsOf = (files: readonly KnowledgeFile[]): ReadonlyMap<string, string> =>
  new Map(files.map(({ path, text }) => [path, text]));

function byFolder(files: readonly KnowledgeFile[]): Map<string, KnowledgeFile[]> {
  const documents = files.filter(({ path }) => path.startsWith('policies/'));
  return Map.groupBy(documents, ({ path }) => path.split('/')[1]!);
}

function hashOf(files: readonly KnowledgeFile[]): string {
  const hash = createHash('sha256');
  for (const { path, text } of files) hash.update(path).update('\0').update(text).update('\0');
  return hash.digest('hex');
}
