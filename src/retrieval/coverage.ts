/** Whether the documents themselves answer a question that a list of other offices' topics knows, too. The list never outvotes them. */

import { normalise, wordsOf } from './analyse.ts';
import { type Index, isAliased } from './build-index.ts';
import { NEAR_ALIAS } from './cuts.ts';
import type { ElsewhereHit } from './elsewhere.ts';
import { foundShare, textOf, wordFound } from './found-words.ts';
import type { Ranked } from './rank.ts';
import { isSure, type Signals } from './sureness.ts';
import { objectWords, withoutAsking } from './words.ts';

/** The nearest measures are looked at. */
const NEAREST = 3;
/** Of what else a question names so large a share must stand in the measure. */
const REST_FOUND = 0.5;
/** A run of short words (技改买) stands there when half of its pairs do. */
const HALF_FOUND = 0.4;
/** One word (员工, 厂房) tells only who asks. */
const FEWEST = 2;

/**
 * Where people wrote how a measure is asked for, a question near to one of those ways is about it; elsewhere the documents' own words decide:
 * the topic's word stands in what came nearest. What the question names beside the topic counts, too (做新能源汽车配件的，技改有什么补贴).
 */
export function isCovered(
  index: Index,
  { topic, word, share }: ElsewhereHit,
  question: string,
  ranked: readonly Ranked[],
  signals: Signals,
): boolean {
  const [first] = ranked;
  if (!first) return false;
  if (isAliased(first.entry) && signals.alias >= NEAR_ALIAS) return true;
  if (share < 1 && isSure(signals)) return true;
  if (isSubject(index, word, first)) return true;
  const named = partsOf(withoutAsking(word));
  const writes = ({ entry }: Ranked) =>
    !isAliased(entry) && named.every((one) => textOf(entry).includes(one));
  if (ranked.slice(0, NEAREST).some(writes)) return true;
  const text = textOf(first.entry);
  if (asksBeside(question, word).some((one) => wordFound(one, text) >= HALF_FOUND)) return true;
  const ofTopic = [topic.topic, ...topic.words].join('，');
  const beside = topic.words.reduce((text, one) => text.replace(one, '，'), question);
  const rest = objectWords(beside).filter((one) => !ofTopic.includes(one));
  return (
    rest.filter((one) => text.includes(one)).length >= FEWEST &&
    foundShare(index, rest, first.entry) >= REST_FOUND
  );
}

/** A document whose title names the topic, by whatever word, covers it: 低保 and 最低生活保障. */
function isSubject({ lexicon }: Index, word: string, { entry }: Ranked): boolean {
  const title = normalise(entry.policy.title);
  return lexicon.thingsIn(word).some((words) => words.some((one) => title.includes(one)));
}

/** 版权登记 → 版权, 登记, which may stand apart; 失业金 stands as it is. */
function partsOf(object: string): readonly string[] {
  const words = wordsOf(object);
  return words.every((one) => one.length > 1) ? words : [object];
}

/** 做新能源汽车配件的，技改有什么补贴: what a clause asks that the topic's word does not stand in. */
function asksBeside(question: string, word: string): readonly string[] {
  const clauses = question.split(/[，,。；;！!？?\n]/u).filter((clause) => clause.trim() !== '');
  const last = clauses.at(-1) ?? '';
  return clauses.length > 1 && !last.includes(word) ? objectWords(last) : [];
}
