/** What can be found: every measure, and every document as what its head and tail say. */
import type { Knowledge, Measure, Policy } from '../policy/policy.ts';
import { normalise } from './analyse.ts';
import { buildLexicon, type Lexicon } from './lexicon.ts';
import { buildPlaces, type Places } from './places.ts';
import { buildPostings, type FieldWeight, type Postings } from './postings.ts';
import { buildRoutes, type Routes } from './routes.ts';
import { buildVocabulary, type Vocabulary } from './slips.ts';

export type Entry =
  | { kind: 'measure'; policy: Policy; measure: Measure }
  | { kind: 'document'; policy: Policy; text: string; aliases: string[] };

export interface Index {
  knowledge: Knowledge;
  entries: Entry[];
  /** Place in `entries` by measure id or document number. */
  positions: Map<string, number>;
  text: Postings;
  /** One document an alias (and a title), so that the nearest single alias can be told. */
  aliases: Postings;
  /** By alias: its entry, and its own length as a vector. */
  aliasEntries: Uint32Array;
  aliasNorms: Float32Array;
  aliasTexts: string[];
  routes: Routes;
  places: Places;
  lexicon: Lexicon;
  vocabulary: Vocabulary;
}

const FIELDS: FieldWeight[] = [
  { name: 'title', boost: 1, b: 0.5 },
  { name: 'body', boost: 1, b: 0.75 },
  { name: 'aliases', boost: 0.5, b: 0.5 },
];
const ALIAS_FIELD: FieldWeight[] = [{ name: 'alias', boost: 1, b: 0 }];

/** The closing bracket with the departments: 【责任单位：…】 （责任单位：…） [责任单位：…]; asked for apart, so not part of the text. */
const RESPONSIBLE = /[【[(（]\s*(?:责任|牵头|配合|主办)(?:单位|部门)[:：].*$/su;

export function withoutDepartments(text: string): string {
  return text.replace(RESPONSIBLE, '').replace(/\*+$/u, '').trim();
}

function entriesOf(knowledge: Knowledge): Entry[] {
  return knowledge.policies.flatMap((policy): Entry[] => [
    ...policy.measures.map((measure): Entry => ({ kind: 'measure', policy, measure })),
    {
      kind: 'document',
      policy,
      text: policy.clauses.map((clause) => clause.text).join('\n'),
      aliases: policy.clauses.flatMap((clause) => clause.aliases),
    },
  ]);
}

function fieldText(entry: Entry, field: number): string {
  if (entry.kind === 'measure') {
    const { measure } = entry;
    if (field === 0) return normalise(measure.title);
    if (field === 1) return normalise(withoutDepartments(measure.clause.text));
    return normalise(measure.aliases.join('\n'));
  }
  if (field === 0) return normalise(entry.policy.title);
  if (field === 1) return normalise(entry.text);
  return normalise(entry.aliases.join('\n'));
}

/** What the index knows an entry by. */
export function nameOf(entry: Entry): string {
  return entry.kind === 'measure' ? entry.measure.id : entry.policy.number;
}

export function buildIndex(knowledge: Knowledge): Index {
  const entries = entriesOf(knowledge);
  const text = buildPostings(entries.length, FIELDS, (document, field) =>
    fieldText(entries[document]!, field),
  );

  const aliasTexts: string[] = [];
  const owners: number[] = [];
  entries.forEach((entry, position) => {
    const own = entry.kind === 'measure' ? [entry.measure.title, ...entry.measure.aliases] : entry.aliases;
    for (const alias of own) {
      aliasTexts.push(normalise(alias));
      owners.push(position);
    }
  });
  const aliases = buildPostings(aliasTexts.length, ALIAS_FIELD, (document) => aliasTexts[document]!);
  const aliasNorms = normsOf(aliases);

  return {
    knowledge,
    entries,
    positions: new Map(entries.map((entry, position) => [nameOf(entry), position])),
    text,
    aliases,
    aliasEntries: Uint32Array.from(owners),
    aliasNorms,
    aliasTexts,
    routes: buildRoutes(knowledge.policies),
    places: buildPlaces(knowledge),
    lexicon: buildLexicon(knowledge.lexicon),
    vocabulary: buildVocabulary(text),
  };
}

/** Length of each document as a vector of impacts. */
function normsOf(postings: Postings): Float32Array {
  const norms = new Float32Array(postings.size);
  for (let at = 0; at < postings.documents.length; at += 1)
    norms[postings.documents[at]!]! += (postings.impacts[at]! * postings.step) ** 2;
  return norms.map((norm) => Math.sqrt(norm));
}
