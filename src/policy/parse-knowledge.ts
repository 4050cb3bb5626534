/** The files of the knowledge folder → Knowledge. Pure: reading the folder is src/read-knowledge.ts. */
import { z } from 'zod';
import { UserError } from '../contract/index.ts';
import { factSchema } from '../facts/index.ts';
import { asTicked, type BenefitCases, casesPath, parseCases } from './cases.ts';
import { mergeFacts } from './own-facts.ts';
import { type PolicyFile, parsePolicy } from './parse-policy.ts';
import { allPlaces } from './places/divisions.ts';
import type { Knowledge, Place, Policy } from './policy.ts';
import { describeProblem, type Problem, problem } from './problem.ts';
import { parseYaml, readAs, type YamlFile } from './yaml-file.ts';

export interface KnowledgeFile {
  /** Relative to the knowledge folder, with '/': 'policies/nanchang-2022-58/policy.yaml'. */
  path: string;
  text: string;
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
const elsewhereSchema = z.array(z.strictObject({ topic: words, words: z.array(words).min(1), ask: words }));
const placesSchema = z.array(
  z.strictObject({
    name: words,
    within: words.nullish().transform((name) => name ?? null),
    also: list,
    ambiguous: z.boolean().default(false),
  }),
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
  const lists = new Map<string, YamlFile>();

  function read<Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> | null {
    const path = texts.has(`core/${name}`) ? `core/${name}` : name;
    const text = texts.get(path);
    if (text === undefined) return null;
    const file = parseYaml(path, text);
    lists.set(name, file);
    // A file of comments only is an empty list.
    if (file.value === null && file.problems.length === 0) return null;
    const { data, problems: found } = readAs(file, schema);
    problems.push(...found);
    return data;
  }

  const shared = new Map(Object.entries(read('facts.yaml', factsSchema) ?? {}));
  const lexicon = read('lexicon.yaml', lexiconSchema) ?? [];
  const elsewhere = read('elsewhere.yaml', elsewhereSchema) ?? [];
  const byHand = read('places.yaml', placesSchema) ?? [];
  const places = allPlaces(read('divisions.yaml', divisionsSchema) ?? {}, byHand);
  const departments = read('departments.yaml', departmentsSchema) ?? [];
  const policies = readPolicies(texts, problems);
  const approved = policies.map(({ policy }) => policy).filter((policy) => policy.approved !== null);
  approved.sort(
    (one, other) => newness(other).localeCompare(newness(one)) || one.slug.localeCompare(other.slug),
  );
  const { facts, policies: named } = mergeFacts(shared, approved);
  const drafts = new Set(
    [...texts].filter(([path, text]) => POLICY_FILE.test(path) && !APPROVED.test(text)).map(([path]) => path),
  );
  return {
    drafts,
    knowledge: { policies: named, facts, lexicon, elsewhere, places, departments },
    policies,
    placesByHand: byHand,
    lists,
    problems,
  };
}

/** 'policies/nanchang-2022-58/policy.yaml' */
const POLICY_FILE = /^policies\/(?<slug>[^/]+)\/policy\.yaml$/u;

/** Told by the text, so that a file that cannot be read is known for a draft too. */
const APPROVED = /^approved:/mu;

function readPolicies(texts: ReadonlyMap<string, string>, problems: Problem[]): PolicyFile[] {
  const policies: PolicyFile[] = [];
  for (const [path, text] of texts) {
    const slug = POLICY_FILE.exec(path)?.groups?.slug;
    if (slug === undefined) continue;
    const source = texts.get(`policies/${slug}/source.txt`);
    if (source === undefined) {
      problems.push(problem(path, null, `旁边没有 source.txt：请把文件原文放进 policies/${slug}/source.txt`));
      continue;
    }
    const parsed = parsePolicy(slug, path, text, source);
    const { cases } = parseCases(casesPath(slug), texts.get(casesPath(slug)));
    problems.push(...parsed.problems);
    if (parsed.file) policies.push(withTicks(parsed.file, cases));
  }
  const approvedFirst = policies.toSorted(
    (one, other) => Number(other.policy.approved !== null) - Number(one.policy.approved !== null),
  );
  const byNumber = Map.groupBy(approvedFirst, ({ policy }) => policy.number);
  for (const [number, [, second]] of byNumber)
    if (second)
      problems.push(
        problem(
          second.yaml.path,
          second.yaml.lineOf(['document']),
          `文号 ${number} 已有另一份文件，请删去重复的`,
        ),
      );
  return policies;
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
