/** What can be found: every measure, and every document as what its head and tail say. */
import type { Knowledge, Measure, Policy } from '../policy/index.ts';
import { type Aliases, aliasTablesOf, buildAliases, placeInEntry, type Written } from './aliases.ts';
import { normalise } from './analyse.ts';
import { type Cut, cutTexts } from './cut-texts.ts';
import { buildElsewhere, type Elsewhere } from './elsewhere.ts';
import { buildLexicon, type Lexicon } from './lexicon.ts';
import { buildPlaces, type Places } from './places.ts';
import { type FieldWeight, type Postings, postingsOf } from './postings.ts';
import { buildRoutes, type Routes } from './routes.ts';
import { buildVocabulary, type Vocabulary } from './slips.ts';
import { type KeptTables, type Tables, tablesFromKept } from './tables.ts';
import { buildVersions, type Versions } from './versions.ts';

export type Entry =
  | { kind: 'measure'; policy: Policy; measure: Measure }
  | { kind: 'document'; policy: Policy; text: string; aliases: string[] };

export interface Index {
  knowledge: Knowledge;
  entries: Entry[];
  /** Place in `entries` by measure id or document number. */
  positions: Map<string, number>;
  text: Postings;
  /** Of most measures of some document nobody wrote how they are asked for: its own words have to tell it from those with aliases. */
  partlyAliased: boolean;
  aliases: Aliases;
  routes: Routes;
  places: Places;
  versions: Versions;
  lexicon: Lexicon;
  elsewhere: Elsewhere;
  vocabulary: Vocabulary;
}

/** People wrote how it is asked for. */
export const isAliased = (entry: Entry): boolean => isAsked(entry.kind === 'measure' ? entry.measure : entry);

const isAsked = ({ aliases }: { aliases: readonly string[] }): boolean => aliases.length > 0;

/** By what most of its measures have: one way of asking that an officer adds to one of them says nothing of the others. */
const isWrittenFor = ({ measures }: Policy): boolean => measures.filter(isAsked).length * 2 > measures.length;

const FIELDS: FieldWeight[] = [
  { name: 'title', boost: 1, b: 0.5 },
  { name: 'body', boost: 1, b: 0.75 },
  { name: 'aliases', boost: 0.4, b: 0.5, asking: true },
];

/** 【责任单位：市工信局（中小企业局）】 · （责任单位：…） · [责任单位：…]: asked for apart, so not part of the text. */
const RESPONSIBLE = String.raw`[【[(（]\s*(?:责任|牵头|配合|主办)(?:单位|部门)[:：](?:[^【[(（】\])）]|[(（][^)）]*[)）])*`;
/** It closes the clause, … */
const AT_THE_END = new RegExp(String.raw`${RESPONSIBLE}(?:[】\])）][。.]?\s*\**\s*)?$`, 'u');
/** … or each grant in it, behind its last sentence: what follows is the next grant. */
const BEHIND_A_SENTENCE = new RegExp(String.raw`(?<=[。；;！!\n]\s*)${RESPONSIBLE}[】\])）][。.]?\s*`, 'gu');

export function withoutDepartments(text: string): string {
  return text.replace(AT_THE_END, '').replace(BEHIND_A_SENTENCE, '\n').replace(/\*+$/u, '').trim();
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

/** Fields of an entry, in the order of FIELDS. */
const TITLE = 0;
const BODY = 1;
const ALIASES = 2;

function fieldTexts(entry: Entry, field: number): string[] {
  if (entry.kind === 'measure') {
    const { measure } = entry;
    if (field === TITLE) return [normalise(measure.title)];
    if (field === BODY) return [normalise(withoutDepartments(measure.clause.text))];
    return measure.aliases.map(normalise);
  }
  if (field === TITLE) return [normalise(entry.policy.title)];
  if (field === BODY) return [normalise(entry.text)];
  return entry.aliases.map(normalise);
}

/** The single ways of asking for an entry: a measure's title is one of them. */
const askedBy = ({ kind }: Entry): readonly number[] => (kind === 'measure' ? [TITLE, ALIASES] : [ALIASES]);

function writtenIn(cut: Cut, entries: readonly Entry[]): Written {
  const written: Written = { pieces: [], entries: [] };
  entries.forEach((one, entry) => {
    for (const field of askedBy(one)) {
      const at = entry * cut.fields + field;
      for (let piece = cut.pieces[at]!; piece < cut.pieces[at + 1]!; piece += 1) {
        written.pieces.push(piece);
        written.entries.push(entry);
      }
    }
  });
  return written;
}

/** An alias as it was cut: read again where it is looked at, so that not all are held twice. */
export function textOfAlias({ entries, aliases }: Pick<Index, 'entries' | 'aliases'>, alias: number): string {
  const entry = entries[aliases.entries[alias]!]!;
  const place = placeInEntry(aliases, alias);
  if (entry.kind === 'document') return normalise(entry.aliases[place]!);
  const { title, aliases: others } = entry.measure;
  return normalise(place === 0 ? title : others[place - 1]!);
}

/** So many characters are to be cut, about. */
const charactersOf = (entries: readonly Entry[]): number =>
  entries.reduce((sum, entry) => {
    const aliases = entry.kind === 'measure' ? entry.measure.aliases : entry.aliases;
    const text =
      entry.kind === 'measure'
        ? entry.measure.title + entry.measure.clause.text
        : entry.policy.title + entry.text;
    return aliases.reduce((all, alias) => all + alias.length, sum + text.length);
  }, 0);

/** What the index knows an entry by. */
export function nameOf(entry: Entry): string {
  return entry.kind === 'measure' ? entry.measure.id : entry.policy.number;
}

/** What is made of all the texts: tables of numbers, nearly all of the work. */
function tablesFrom(entries: readonly Entry[]): Tables {
  const cut = cutTexts(
    entries.length,
    FIELDS.length,
    (document, field) => fieldTexts(entries[document]!, field),
    charactersOf(entries),
  );
  const text = postingsOf(cut, FIELDS);
  return { text, aliases: aliasTablesOf(text, cut, writtenIn(cut, entries)) };
}

/** `kept`: tables of an index of the same texts (tablesOf). */
export function buildIndex(knowledge: Knowledge, kept: KeptTables | null = null): Index {
  const entries = entriesOf(knowledge);
  const { text, aliases } = kept ? tablesFromKept(kept) : tablesFrom(entries);
  const places = buildPlaces(knowledge, text);
  const partlyAliased = !knowledge.policies.every(isWrittenFor);
  return {
    knowledge,
    entries,
    positions: new Map(entries.map((entry, position) => [nameOf(entry), position])),
    text,
    partlyAliased,
    aliases: buildAliases(aliases, entries.length),
    routes: buildRoutes(knowledge.policies),
    places,
    versions: buildVersions(knowledge.policies, places.of),
    // Where people wrote how everything is asked for, their words are nearer than any general list.
    lexicon: buildLexicon(knowledge.lexicon, partlyAliased ? knowledge.sameThings : []),
    elsewhere: buildElsewhere(knowledge.elsewhere, text),
    vocabulary: buildVocabulary(text),
  };
}
