/** From when until when a document is in force, as it says itself. */
import { addDays, addMonths, type Day } from '../contract/index.ts';
import { readFigures } from '../figures/index.ts';
import { readDay } from './days.ts';
import { type Found, found } from './found.ts';
import type { IndexTable } from './index-table.ts';
import type { Paragraph } from './paragraphs.ts';
import { narrow, readSentences, type Sentence } from './sentences.ts';
import { type Stretch, sliceStretch, sourceSpan } from './stretch.ts';

export interface Validity {
  from: Found<Day> | null;
  /** The document counts from the day it was issued (自印发之日起): `from` is then that day, or null when it is not known. */
  fromIssued: boolean;
  until: Found<Day> | null;
  /** The sentences that say it. */
  quote: { start: number; end: number } | null;
}

/** 本措施, 本办法, 上述政策 … */
const SUBJECT =
  /(?:本|该|以上|上述|此)(?:次|项|批)?(?:若干|暂行|实施|管理|政策|扶持|奖励|申报|工作|行动|支持|惠企|系列)*(?:政策措施|措施|办法|意见|细则|方案|政策|通知|规定|指南|文件|公告|通告|规程|计划|条款|举措|清单|规则|指引)/u;
const IN_FORCE =
  /有效期|有效期限|执行期|实施期|试行期|政策期|施行|实施|执行至|执行到|执行时间|生效|暂行[一二两三四五\d]年|试行[一二两三四五\d]年|起执行|有效至|止执行|停止执行|自动失效|期限为|适用期|适用于\d{4}/u;
/** Within a measure only the document's own name makes a term the document's: '本措施自…起施行'. */
const SPEAKS_OF_ITSELF =
  /^本(?:若干|暂行|实施|管理|政策|扶持|奖励|申报|行动)*(?:措施|办法|意见|细则|方案|政策|通知|规定|指南|文件|公告|规程|计划)[^，。]{0,4}(?:自|从|有效|执行|施行|实施|试行|暂行|适用)/u;
/** Terms of other things: a loan, a certificate, a title. */
const OTHER_TERM = /贷款|证书|资质|资格|称号|执照|保函|借款|合同|专利|认定.{0,12}有效期|有效期内|有效期届满/u;
const SINCE_ISSUED =
  /自?(?:本\p{Script=Han}{2,6})?(?:印发|发布|公布|下发|颁布|发文|签发|公告|出台|颁发|通过)(?:之日|之时|日)(?:起)?(?:满?(?<days>\d{1,3}|三十|十五|十|六十)日?(?:个?自然日|天)?(?:后|之后)?(?=起?(?:施行|实施|执行|生效)))?/u;
const DAY_WORDS: Readonly<Record<string, number>> = { 十: 10, 十五: 15, 三十: 30, 六十: 60 };

/** '本通知规定的标准从…起执行' dates the standards. */
const OF_ITS_CONTENT = /本\p{Script=Han}{2,6}(?:规定|明确|所列)的/u;

/** '《某某意见》：2024-06-01起实施': said of the document that is named. */
const OF_A_CITED = /^(?:\d{1,2}[.．、])?《[^《》]{2,80}》(?:[（(][^（()）]*[）)])?[：:]?(?:自|从)?\s?\d{4}/u;

interface Reading {
  sentence: Sentence;
  from?: Day;
  issued?: { days: number };
  until?: Day | undefined;
  months?: number;
}

export function readValidity(
  source: string,
  paragraphs: readonly Paragraph[],
  { from, to, without }: { from: number; to: number; without: readonly { from: number; to: number }[] },
  issued: Day | null,
): Validity {
  const readings: Reading[] = [];
  let nearby = -2;
  for (const sentence of readSentences(paragraphs, from, to)) {
    const { text } = sentence.stretch;
    const inMeasure = without.some(
      (range) => sentence.paragraph >= range.from && sentence.paragraph < range.to,
    );
    if (inMeasure && !SPEAKS_OF_ITSELF.test(text)) continue;
    if (OF_A_CITED.test(text)) continue;
    const own =
      SUBJECT.test(text) ||
      /^[^，]{0,8}(?:自|从).{2,24}起(?:正式|开始)*(?:施行|实施|执行|生效|试行)/u.test(text) ||
      /^[（(]\d{4}年[^（）()]{3,50}(?:公布|发布|印发|颁布)[，,]?自.{2,24}起(?:施行|实施|执行)/u.test(text) ||
      /(?:现印发|予以印发|予以公布|请).*自.{4,20}起(?:施行|实施|执行)/u.test(text) ||
      /^(?:政策)?(?:有效期|执行期|实施期|试行期)/u.test(text);
    if (
      !IN_FORCE.test(text) ||
      (!own && nearby !== sentence.paragraph) ||
      (OTHER_TERM.test(text) && !/^本|，本|自.{2,20}起/u.test(text))
    )
      continue;
    const reading = readTerm(sentence, issued);
    if (!reading) continue;
    nearby = sentence.paragraph;
    readings.push(reading);
  }
  return settle(source, readings, issued);
}

/** '2024年1月1日', '为期一年', '3个月' */
const SPAN_OF_TIME = /[\d〇一二两三四五六七八九十]\s?(?:年|个月|月|日)/u;

/** The comma-part that a figure stands in. */
const partAround = (text: string, start: number, end: number): string =>
  /[^，,。；]*$/u.exec(text.slice(0, start))![0] +
  text.slice(start, end) +
  /^[^，,。；]*/u.exec(text.slice(end))![0];

/** '自2024年1月1日起施行', '至2025年底止', '暂定一年'; not '2011年1月1日前完成认定的企业'. */
const saysTerm = (part: string): boolean =>
  IN_FORCE.test(part) || /^(?:至|到|有效|暂|为期|截|期限|自|从|即)|止$|[（(]/u.test(part);

/** '2025年', '2025年度': what a standard is of, not how long it holds; '自2026年 月 日起': a day that nobody has filled in. */
const BARE_YEAR = /^[自从]?(?:(?:19|20)\d{2}\s?年?|[本今当全]年)度?$/u;
/** '2026-2027年', '2021—2025年': the years of a plan's name, unless a term is spoken of before them. */
const YEARS_OF_A_NAME = /^(?:19|20)\d{2}年?[-—–－~～至](?:19|20)?\d{2}年?$/u;

/** A cited document's name (《…行动计划（2026—2027年）》) and what stands in brackets behind it are about that one. */
const CITED = /《[^《》]{1,80}》|(?<=》)[（(][^（()）]*[）)]/gu;

function readTerm(sentence: Sentence, ref: Day | null): Reading | null {
  const text = sentence.stretch.text.replaceAll(CITED, (cited) => '　'.repeat(cited.length));
  const reading: Reading = { sentence };
  const since = SINCE_ISSUED.exec(text);
  if (since)
    reading.issued = { days: Number(since.groups?.days ?? 0) || (DAY_WORDS[since.groups?.days ?? ''] ?? 0) };
  for (const figure of readFigures(text, { ref })) {
    const after = text.slice(figure.end, figure.end + 6);
    const before = text.slice(Math.max(0, figure.start - 10), figure.start);
    if (!saysTerm(partAround(text, figure.start, figure.end))) continue;
    if (
      BARE_YEAR.test(figure.text) &&
      !/(?:至|到|截止)[^，。]{0,2}$/u.test(before) &&
      !/^(?:年?底|年?末|止)/u.test(after)
    )
      continue;
    if (YEARS_OF_A_NAME.test(figure.text) && !/期|执行|施行|实施时间/u.test(before)) continue;
    if (figure.kind === 'time') {
      reading.until ??= (figure.to ?? figure.value)?.match(/^\d{4}-\d\d-\d\d/u)?.[0];
    } else if (figure.kind === 'daterange') {
      if (figure.from && !(figure.to && reading.until)) reading.from ??= figure.from;
      if (figure.to) reading.until ??= figure.to;
    } else if (figure.kind === 'date') {
      if (/^(?:日?起|开始|之日起)/u.test(after) || /起$/u.test(figure.text)) reading.from ??= figure.value;
      else if (
        /(?:至|到|截止|截至|为|止|前)[^，。]{0,4}$/u.test(before) ||
        /^(?:止|为止|前|失效|废止|到期)/u.test(after)
      )
        reading.until ??= figure.value;
      else if (/(?:自|从|于)$/u.test(before)) reading.from ??= figure.value;
    } else if (figure.kind === 'duration' && /期|试行|暂行|暂定|执行|有效|施行|实施/u.test(before)) {
      const length = figure.value ?? figure.max ?? figure.min;
      const months =
        length === undefined
          ? 0
          : figure.unit === 'year'
            ? length * 12
            : figure.unit === 'month'
              ? length
              : 0;
      if (months > 0) reading.months ??= months;
    }
  }
  return reading.from || reading.issued || reading.until || reading.months ? reading : null;
}

/** Puts together what several sentences say: 自2024年5月1日起施行。有效期2年。 */
function settle(source: string, readings: Reading[], issued: Day | null): Validity {
  const starting = readings.find((reading) => reading.from || reading.issued);
  const ending = readings.find((reading) => reading.until || reading.months);
  const fromIssued = starting !== undefined && starting.from === undefined;
  const since = starting?.from ?? (starting?.issued && issued ? addDays(issued, starting.issued.days) : null);
  // '…标准从1月1日起执行，…标准自6月1日起执行。本通知有效期1年。': from which of the days is not said.
  const starts = new Set(readings.flatMap(({ from }) => from ?? []));
  const elsewhere =
    starting !== ending && (starts.size > 1 || OF_ITS_CONTENT.test(starting?.sentence.stretch.text ?? ''));
  const counted = elsewhere ? null : since;
  const until =
    ending?.until ?? (ending?.months && counted ? addDays(addMonths(counted, ending.months), -1) : null);
  const words = ({ sentence }: Reading) =>
    narrow(sentence.stretch, (part) => IN_FORCE.test(part) || SPAN_OF_TIME.test(part));
  const spans = [starting, ending]
    .filter((reading) => reading !== undefined)
    .map((reading) => sourceSpan(words(reading)));
  return {
    from: starting && since ? found(source, words(starting), since) : null,
    fromIssued,
    until: ending && until ? found(source, words(ending), until) : null,
    quote: spans.length
      ? { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) }
      : null,
  };
}

/** What the page's own table says (实施日期, 失效日期), where the text says nothing of when it holds. */
export function validityOfTable(source: string, { from, until }: IndexTable): Validity | null {
  const dated = (cell: Stretch | undefined): Found<Day> | null => {
    const read = cell && readDay(cell.text);
    return read ? found(source, sliceStretch(cell, read.start, read.end), read.value) : null;
  };
  const [first, last] = [dated(from), dated(until)];
  const spans = [first, last].flatMap((one) => one?.span ?? []);
  if (spans.length === 0) return null;
  const quote = {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
  return { from: first, fromIssued: false, until: last, quote };
}

/** '由省工业和信息化厅负责解释': who interprets the document. */
export function readExplained(
  source: string,
  paragraphs: readonly Paragraph[],
  from: number,
  to: number,
): Found<string> | null {
  for (const { stretch } of readSentences(paragraphs, from, to)) {
    const by =
      /由(?<by>[\p{Script=Han}（）、]{2,50}?)(?:按职责|按照职责|会同有关部门|根据各自职责)?(?:分工)?(?:负责|进行|承担)(?:[^，。]{0,6})解释/u.exec(
        stretch.text,
      )?.groups?.by;
    if (by)
      return found(
        source,
        narrow(stretch, (part) => part.includes('解释')),
        by,
      );
  }
  return null;
}
