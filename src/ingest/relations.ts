/** What a document says of others: abolished, replaced, amended, its rules in detail, what it rests on, what it passes on. */
import type { Relation } from '../policy/index.ts';
import type { Span } from './ingested.ts';
import { NESTING } from './ordinal.ts';
import type { Paragraph } from './paragraphs.ts';
import { readSentences } from './sentences.ts';
import { type Stretch, sliceStretch, sourceSpan } from './stretch.ts';
import { TITLE_ENDING } from './titles.ts';

export interface ReadRelation extends Relation {
  span: Span;
}

/** '《某办法》（某政发〔2020〕1号）', '《某办法》'; the number may also stand without brackets. */
const NAMED =
  /《(?<title>[^《》]{4,80})》(?:[（(](?<number>\p{Script=Han}{1,20}[〔[【（(［]\d{4}[〕\]】)）］]第?\d{1,5}号)[^）)]{0,20}[）)])?/gu;

const ABOLISHED = /废止|停止执行|不再执行|自行失效|予以失效/u;
const REPLACED = /(?:代替|取代|替代)/u;
const AMENDED =
  /作(?:如下|出)?(?:如下)?(?:修改|修订|调整)|进行(?:修改|修订)|修改为|修订为|有效期限?(?:延长|顺延|延续)|延长[^，。]{0,12}有效期/u;
/** '现就《…通知》有关事项补充通知如下' */
const SUPPLEMENTED = /补充(?:通知|规定|说明)如下|作(?:如下|以下)补充/u;
const RESTS_ON = /^(?:根据|依据|按照|为(?:了|进一步|深入|全面)?(?:贯彻|落实|执行|实施))/u;
const PASSES_ON = /转发/u;
/** Rules in detail rest on the document that they are about. */
const IN_DETAIL = /细则|操作规程|实施办法|申报指南|申领指南/u;
/** Laws and regulations are no documents of an office. */
const LAW = /(?:(?<!办)法|条例|规章|规程)$|^中华人民共和国/u;

/** The relations in the order of the text, each other document once a kind; `title` is the document's own. */
export function readRelations(
  source: string,
  paragraphs: readonly Paragraph[],
  to: number,
  title: string,
): ReadRelation[] {
  const relations: ReadRelation[] = [];
  const seen = new Set<string>();
  let list: AbolishingList | null = null;
  for (const { stretch, paragraph } of readSentences(paragraphs, 0, to)) {
    const { ordinal } = paragraphs[paragraph]!;
    const depth = ordinal ? NESTING.indexOf(ordinal.kind) : null;
    if (list && (depth === null ? paragraph > list.paragraph : depth <= list.depth)) list = null;
    if (ABOLISHED.test(stretch.text) && /[：:]$/u.test(stretch.text))
      list = { paragraph, depth: depth ?? -1, words: stretch };
    for (const found of stretch.text.matchAll(NAMED)) {
      const named = { title: found.groups!.title!, number: found.groups!.number ?? null };
      if (title.includes(named.title) && !PASSES_ON.test(title)) continue;
      const inList: boolean = list !== null && list.paragraph !== paragraph;
      const kind = inList ? '废止' : kindOf(stretch.text, found.index, title, named.title);
      const key = `${kind} ${named.title}`;
      if (!kind || seen.has(key)) continue;
      seen.add(key);
      const quoted = sliceStretch(stretch, ...quoteOf(stretch.text, kind, found.index, found[0].length));
      const span = sourceSpan(quoted);
      relations.push({
        kind,
        document: named.number,
        title: named.title,
        quote: source.slice(span.start, span.end).replaceAll(/\s+/gu, ' ').trim(),
        span,
      });
    }
  }
  return relations;
}

/** '对下列2件文件予以废止：' above the list of them. */
interface AbolishingList {
  paragraph: number;
  /** How deep the sentence itself is numbered; -1 where it is not. */
  depth: number;
  words: Stretch;
}

function kindOf(sentence: string, at: number, title: string, other: string): Relation['kind'] | null {
  const behind = sentence.slice(at);
  if (ABOLISHED.test(behind)) return '废止';
  if (REPLACED.test(sentence) && /代替|取代|替代/u.test(sentence.slice(Math.max(0, at - 6)))) return '替代';
  if (AMENDED.test(behind) || SUPPLEMENTED.test(behind)) return '修订';
  if (PASSES_ON.test(title) && title.includes(other)) return '转发';
  if (!RESTS_ON.test(sentence) || LAW.test(other) || !TITLE_ENDING.test(other)) return null;
  return IN_DETAIL.test(title) ? '配套细则' : '依据';
}

/** The sentence for what ends or changes another; only the naming words for the rest. */
const quoteOf = (sentence: string, kind: Relation['kind'], at: number, length: number): [number, number] =>
  kind === '依据' || kind === '配套细则' || kind === '转发' ? [at, at + length] : [0, sentence.length];
