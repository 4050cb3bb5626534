/** The documents that all systems are asked about: the five that ship, and three that nobody annotated, brought in as an officer would. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Knowledge } from '../src/policy/index.ts';
import { readKnowledge } from '../src/service/index.ts';

const HERE = import.meta.dirname;
const CLI = join(HERE, '..', 'cli.ts');

/** What a system may read of a measure: its text, as the document has it, and how people ask for it where somebody wrote that down. No rules. */
export interface Passage {
  id: string;
  title: string;
  text: string;
  aliases: string[];
}

export interface World {
  name: string;
  knowledge: Knowledge;
  passages: Passage[];
}

export const shippedWorld = (): World => worldOf('five documents with aliases', readKnowledge());

/** `huiqi ingest --save` and `huiqi approve` for each, into an empty folder; no hand touches the drafts. */
export function unseenWorld(): World {
  const folder = mkdtempSync(join(tmpdir(), 'huiqi-benchmark-'));
  const knowledge = join(folder, 'knowledge');
  mkdirSync(knowledge);
  const env = { ...process.env, HUIQI_KNOWLEDGE_DIR: knowledge, HUIQI_DATA_DIR: join(folder, 'data') };
  const huiqi = (...argv: string[]) => execFileSync(process.execPath, [CLI, ...argv], { env, stdio: 'pipe' });
  try {
    for (const file of readdirSync(join(HERE, 'documents'))) {
      const slug = basename(file, '.txt');
      huiqi('ingest', join(HERE, 'documents', file), '--save', '--slug', slug);
      huiqi('approve', slug, '--by', 'benchmark');
    }
    return worldOf('three unseen documents', readKnowledge(knowledge));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function worldOf(name: string, knowledge: Knowledge): World {
  const passages = knowledge.policies.flatMap((policy) =>
    policy.measures.map(({ id, title, clause, aliases }) => ({ id, title, text: clause.text, aliases })),
  );
  return { name, knowledge, passages };
}

export function readSet<T>(path: string): T[] {
  const lines = readFileSync(join(HERE, path), 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as T);
}
