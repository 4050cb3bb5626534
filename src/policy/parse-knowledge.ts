/** The files of the knowledge folder → Knowledge. Pure: reading the folder is the service's. */
import { z } from 'zod';
import { UserError } from '../contract/index.ts';
import {
  factSchema,
  meaningsSchema,
  NO_MEANINGS,
  type Opposition,
  oppositionSchema,
} from '../facts/index.ts';
import { asTicked, type BenefitCases, casesPath, parseCases } from './cases.ts';
import { mergeFacts } from './own-facts.ts';
import { type PolicyFile, parsePolicy } from './parse-policy.ts';
import { allPlaces } from './places/divisions.ts';
import type { Knowledge, Place, Policy, Successor } from './policy.ts';
import { describeProblem, type Problem, problem } from './problem.ts';
import {
  type DocumentState,
  lastSigned,
  readApproval,
  type Steps,
  signedHash,
  stateOf,
} from './shelf/approval.ts';
import { withSuccessors } from './shelf/relations.ts';
import { parseYaml, readAs, type YamlFile } from './yaml-file.ts';

export interface KnowledgeFile {
  /** Relative to the knowledge folder, with '/': 'policies/nanchang-2022-58/policy.yaml'. */
  path: string;
  text: string;
  /** Another one after every change of the file; without one its text tells. */
  mark?: string | null;
}

/** Everything that could be read, drafts too, and what could not. */
export interface ParsedKnowledge {
  knowledge: Knowledge;
  /** Every policy, approved or not. */
  policies: PolicyFile[];
  /** As places.yaml has them, for messages that name a line. */
  placesByHand: Place[];
  /** The other files, by path. */
  lists: ReadonlyMap<string, YamlFile>;
  problems: Problem[];
  /** Paths of the policy.yaml that nobody has approved yet. */
  drafts: ReadonlySet<string>;
}

const words = z.string().trim().min(1, { error: '不能是空的' });
const list = z.array(words).default([]);

const factsSchema = z.record(
  z.string().regex(/^[a-z][A-Za-z]*$/u, { error: '事实名用小驼峰英文' }),
  factSchema,
);
const lexiconSchema = z.array(z.strictObject({ say: z.array(words).min(1), means: z.array(words).min(1) }));
/** All words for one thing, those of people and those of documents. */
const sameThingsSchema = z.array(z.array(words).min(2));
const elsewhereSchema = z.array(z.strictObject({ topic: words, words: z.array(words).min(1), ask: words }));
const placesSchema = z.array(
  z.strictObject({
    name: words,
    within: words.nullish().transform((name) => name ?? null),
    reaches: list,
    also: list,
    ambiguous: z.boolean().default(false),
  }),
);
const tradesSchema = z.record(
  z.string().regex(/^[a-z][A-Za-z]*$/u, { error: '行业名用小驼峰英文' }),
  z.strictObject({ name: words, words: z.array(words).min(1) }),
);
const divisionsSchema = z.record(words, z.union([z.string(), z.record(words, z.string())]));
const departmentsSchema = z.array(
  z.strictObject({
    name: words,
    also: list,
    level: z
      .enum(['省', '市', '区', '各级', '中央'], { error: 'level 请写 省、市、区、各级 或 中央' })
      .nullish()
      .transform((level) => level ?? null),
  }),
);

/** Approved policies and lists; a missing file is an empty list. Throws UserError that names the faulty lines. */
export function parseKnowledge(files: readonly KnowledgeFile[]): Knowledge {
  const { knowledge, problems: all, drafts } = parseKnowledgeFiles(files);
  // A faulty draft waits for its reader; it does not keep the others from answering.
  const problems = all.filter(({ file }) => !drafts.has(file));
  if (problems.length === 0) return knowledge;
  const more =
    problems.length > 3 ? `\n……共 ${problems.length} 处，运行 npx huiqi knowledge check 可看全部` : '';
  throw new UserError(
    `知识文件有错，请改正：\n${problems.slice(0, 3).map(describeProblem).join('\n')}${more}`,
  );
}

/** The same without throwing: for checks and for people who mend files. */
export function parseKnowledgeFiles(files: readonly KnowledgeFile[]): ParsedKnowledge {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const problems: Problem[] = [];
  const lists = readLists(texts, problems);
  const slugs = [...texts.keys()].flatMap((path) => POLICY_FILE.exec(path)?.groups?.slug ?? []);
  const documents = slugs.map((slug) => ({ slug, ...readDocument(slug, texts) }));
  problems.push(...documents.flatMap((one) => [...one.problems, ...(one.unsigned ? [one.unsigned] : [])]));
  const policies = documents.flatMap(({ file }) => (file ? [file] : []));
  const live = documents.filter(({ state }) => ANSWERING.has(state));
  problems.push(...twiceInForce(live.flatMap(({ file }) => (file ? [file] : []))));
  const drafts = documents.filter(({ state }) => state === 'draft' || state === 'in-review');
  return {
    drafts: new Set(drafts.map(({ slug }) => policyPath(slug))),
    knowledge: assembleKnowledge(
      lists,
      live.flatMap(({ file }) => (file ? [file.policy] : [])),
    ),
    policies,
    placesByHand: lists.placesByHand,
    lists: lists.files,
    problems,
  };
}

/** What all documents share. */
export interface Lists extends Omit<Knowledge, 'policies'> {
  /** As places.yaml has them. */
  placesByHand: Place[];
  oppositions: readonly Opposition[];
  files: ReadonlyMap<string, YamlFile>;
}

/** They are large and change seldom, and whoever looks at one document, ticks or signs it reads them beside it: the last ones read are kept. */
export function readLists(texts: ReadonlyMap<string, string>, problems: Problem[]): Lists {
  const shared = [...texts].filter(([path]) => !path.startsWith('policies/'));
  if (!lastLists || !isSame(lastLists.texts, shared)) {
    const found: Problem[] = [];
    lastLists = { texts: shared, lists: readListsAnew(texts, found), problems: found };
  }
  problems.push(...lastLists.problems);
  return lastLists.lists;
}

type Texts = readonly (readonly [path: string, text: string])[];
let lastLists: { texts: Texts; lists: Lists; problems: readonly Problem[] } | null = null;

const isSame = (some: Texts, others: Texts): boolean =>
  some.length === others.length &&
  some.every(([path, text], at) => others[at]![0] === path && others[at]![1] === text);

function readListsAnew(texts: ReadonlyMap<string, string>, problems: Problem[]): Lists {
  const files = new Map<string, YamlFile>();

  function read<Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> | null {
    const path = texts.has(`core/${name}`) ? `core/${name}` : name;
    const text = texts.get(path);
    if (text === undefined) return null;
    const file = parseYaml(path, text);
    files.set(name, file);
    // A file of comments only is an empty list.
    if (file.value === null && file.problems.length === 0) return null;
    const { data, problems: found } = readAs(file, schema);
    problems.push(...found);
    return data;
  }

  const trades = Object.entries(read('trades.yaml', tradesSchema) ?? {}).map(([id, one]) => ({ id, ...one }));
  const facts = new Map(Object.entries(read('facts.yaml', factsSchema) ?? {}));
  const sameThings = read('same-things.yaml', sameThingsSchema) ?? [];
  const meanings = { ...(read('meanings.yaml', meaningsSchema) ?? NO_MEANINGS), same: sameThings };
  const lexicon = read('lexicon.yaml', lexiconSchema) ?? [];
  const oppositions = read('oppositions.yaml', z.array(oppositionSchema)) ?? [];
  const elsewhere = read('elsewhere.yaml', elsewhereSchema) ?? [];
  const placesByHand = read('places.yaml', placesSchema) ?? [];
  const places = allPlaces(read('divisions.yaml', divisionsSchema) ?? {}, placesByHand);
  const departments = read('departments.yaml', departmentsSchema) ?? [];
  return {
    facts,
    trades,
    lexicon,
    sameThings,
    meanings,
    oppositions,
    elsewhere,
    places,
    departments,
    placesByHand,
    files,
  };
}

/** The lists with the policies that may answer: newest first, each knowing what came after it. */
export function assembleKnowledge(
  {
    facts: shared,
    trades,
    lexicon,
    sameThings,
    meanings,
    oppositions,
    elsewhere,
    places,
    departments,
  }: Omit<Lists, 'files'>,
  policies: readonly Policy[],
): Knowledge {
  const ordered = withSuccessors(policies).sort(
    (one, other) => newness(other).localeCompare(newness(one)) || one.slug.localeCompare(other.slug),
  );
  const { facts, policies: named } = mergeFacts(shared, ordered, trades, oppositions);
  return { policies: named, facts, trades, lexicon, sameThings, meanings, elsewhere, places, departments };
}

/** 'policies/nanchang-2022-58/policy.yaml' */
const POLICY_FILE = /^policies\/(?<slug>[^/]+)\/policy\.yaml$/u;

const policyPath = (slug: string) => `policies/${slug}/policy.yaml`;

/** Replaced ones still say what took their place. */
const ANSWERING: ReadonlySet<DocumentState> = new Set(['in-force', 'replaced']);

/** How 0.1.0 wrote an approval: told by the text, so that a file that cannot be read is known for a draft too. */
const APPROVED = /^approved:/mu;

export interface DocumentRead {
  /** Null where it cannot be made into a policy. */
  file: PolicyFile | null;
  state: DocumentState;
  steps: Steps;
  problems: Problem[];
  /** Set where what stands there is not what was signed. */
  unsigned: Problem | null;
}

/** One folder of the shelf: its files, its state, and whether what was signed is what stands there. */
export function readDocument(slug: string, texts: ReadonlyMap<string, string>): DocumentRead {
  const beside = (name: string) => texts.get(`policies/${slug}/${name}`);
  const path = policyPath(slug);
  const text = beside('policy.yaml') ?? '';
  const source = beside('source.txt');
  const approval = beside('approval.yaml');
  const { steps, problems } =
    approval === undefined
      ? { steps: [], problems: [] }
      : readApproval(`policies/${slug}/approval.yaml`, approval);
  const state = steps.length === 0 && APPROVED.test(text) ? 'in-force' : stateOf(steps);
  if (source === undefined) {
    const missing = `旁边没有 source.txt：请把文件原文放进 policies/${slug}/source.txt`;
    return {
      file: null,
      state,
      steps,
      problems: [...problems, problem(path, null, missing)],
      unsigned: null,
    };
  }
  const parsed = parsePolicy(slug, path, text, source);
  const signed = lastSigned(steps);
  const hash = signed?.hash && signedHash({ source, policy: text });
  const unsigned =
    signed?.hash && signed.hash !== hash && ANSWERING.has(state)
      ? problem(path, null, `批准之后内容有改动，不再用它回答：请核对后重新运行 huiqi approve ${slug}`)
      : null;
  const { cases } = parseCases(casesPath(slug), beside('cases.yaml'));
  const ticked = parsed.file && withTicks(parsed.file, cases);
  const file = ticked && { ...ticked, policy: withSteps(ticked.policy, steps, signed) };
  return { file, state, steps, problems: [...problems, ...parsed.problems], unsigned };
}

function withSteps(policy: Policy, steps: Steps, signed: ReturnType<typeof lastSigned>): Policy {
  const last = steps.at(-1);
  const replaced: Successor[] =
    last?.state === 'replaced' && last.note
      ? [{ kind: '替代', number: last.note, title: null, from: last.on }]
      : [];
  return {
    ...policy,
    approved: signed ? { on: signed.on, by: signed.by } : policy.approved,
    successors: replaced,
  };
}

function twiceInForce(files: readonly PolicyFile[]): Problem[] {
  const byNumber = Map.groupBy(files, ({ policy }) => policy.number);
  return [...byNumber].flatMap(([number, [, second]]) =>
    second
      ? [
          problem(
            second.yaml.path,
            second.yaml.lineOf(['document']),
            `文号 ${number} 已有另一份文件，请删去重复的`,
          ),
        ]
      : [],
  );
}

/** Drafted benefits whose cases a person ticked are no longer told as unread. */
function withTicks(file: PolicyFile, cases: readonly BenefitCases[]): PolicyFile {
  if (cases.length === 0) return file;
  const measures = file.policy.measures.map((measure) => ({
    ...measure,
    benefits: measure.benefits.map((benefit) => asTicked(benefit, measure.number, cases)),
  }));
  return { ...file, policy: { ...file.policy, measures } };
}

/** A day to sort by: issued, in force from, or the year in the number (〔2023〕). */
function newness({ issued, validFrom, validUntil, number }: Policy): string {
  return issued?.day ?? validFrom?.day ?? /(?:19|20)\d\d/u.exec(number)?.[0] ?? validUntil?.day ?? '';
}
