import type { NothingDraft } from '../draft.ts';
import { allMatches } from '../matches.ts';
import type { Normalized } from '../normalize.ts';
import type { Claim } from './claim.ts';
import { codeClaims, placeClaims } from './codes.ts';
import { documentClaims, LIST_NUMBER } from './documents.ts';
import { phraseClaims } from './phrases.ts';

const CLAIMS: readonly Claim[] = [...documentClaims, ...codeClaims, ...placeClaims, ...phraseClaims];

const NEEDS: Readonly<Record<Exclude<Claim['needs'], 'any'>, RegExp>> = {
  digit: /\d/,
  numeral: /[一二三四五六七八九十两]/u,
  letter: /[A-Za-z]/,
};

/** The stretches that are no figures: each claims its characters and yields nothing, and the longest claim wins. */
export function readNonFigures({ text, gapBefore }: Normalized): NothingDraft[] {
  const drafts: NothingDraft[] = [];
  const claim = (name: string, match: RegExpExecArray) =>
    drafts.push({ kind: 'nothing', start: match.index, end: match.index + match[0].length, trace: [name] });
  // 1. … 2. … 一、 …: at the head of the text, of a sentence or behind a blank or a line break.
  for (const match of allMatches(LIST_NUMBER, text)) {
    const heads = match.index === 0 || gapBefore(match.index) || /[。;:>\]]/u.test(text[match.index - 1]!);
    if (heads) claim('list-number', match);
  }
  const holds = {
    digit: NEEDS.digit.test(text),
    numeral: NEEDS.numeral.test(text),
    letter: NEEDS.letter.test(text),
    any: true,
  };
  for (const { name, needs, pattern } of CLAIMS) {
    if (!holds[needs]) continue;
    for (const match of allMatches(pattern, text)) claim(name, match);
  }
  return drafts;
}
