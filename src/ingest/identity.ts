/** Who made a document, its number, its day: from its front and its signature, never from a document it cites. */

import { readDay } from './days.ts';
import { documentNumberIn } from './document-number.ts';
import { type Found, found } from './found.ts';
import { type IndexTable, readIndexTable } from './index-table.ts';
import type { Paragraph } from './paragraphs.ts';
import { COVERING, type Parts } from './parts.ts';
import { readRemark } from './remark.ts';
import { isDated, isSignature, ORGANISATION, signerOf } from './signature.ts';
import { type Stretch, sliceStretch, splitAtGaps } from './stretch.ts';

export interface Identity {
  number: Found<string> | null;
  issuer: Found<string> | null;
  issued: Found<string> | null;
  /** Only the day on which a web page put it up is known. */
  issuedPosted: boolean;
  place: string | null;
}

export function readIdentity(
  source: string,
  paragraphs: readonly Paragraph[],
  parts: Parts,
  firstItem: number,
): Identity {
  const table = readIndexTable(paragraphs, Math.min(firstItem, 60));
  const number = readNumber(source, paragraphs, parts, table, firstItem);
  const issuer = readIssuer(source, paragraphs, parts, table);
  return {
    number,
    issuer,
    ...readIssued(source, paragraphs, parts, table),
    place: issuer && placeOf(issuer.value),
  };
}

/** The first line that is nothing but a number, up to the first item; after a covering notice the notice's own comes first. */
function readNumber(
  source: string,
  paragraphs: readonly Paragraph[],
  parts: Parts,
  table: IndexTable,
  firstItem: number,
): Found<string> | null {
  const listed = table.number && /\d/u.test(table.number.text) ? table.number : null;
  if (listed) return found(source, listed, tidyNumber(listed.text));
  const front = paragraphs.slice(0, Math.max(firstItem, parts.title?.to ?? 0));
  for (const pattern of [/[〔[【（(［﹝〈<]/u, /第/u]) {
    for (const { stretch } of front) {
      const read = documentNumberIn(stretch.text);
      if (read && pattern.test(read.number))
        return found(source, sliceStretch(stretch, read.start, read.end), tidyNumber(read.number));
    }
  }
  const remark = readRemark(paragraphs, parts)?.number;
  return remark ? found(source, remark, tidyNumber(remark.text)) : numberBesideTitle(source, parts);
}

/** The number stands on the title's line: '…的通知（某府发〔2024〕5号）' or before it. */
function numberBesideTitle(source: string, parts: Parts): Found<string> | null {
  if (!parts.title) return null;
  const { stretch } = parts.title;
  const last =
    /(?:通知|意见|办法|措施|细则|方案|公告|规定)[（(【[](?<number>\p{Script=Han}{1,16}[〔[【（(［]\d{4}[〕\]】)）］]第?\d{1,5}号)[）)】\]]$/u.exec(
      stretch.text,
    );
  const number = last?.groups?.number;
  if (!number) return null;
  const start = stretch.text.lastIndexOf(number);
  return found(source, sliceStretch(stretch, start, start + number.length), tidyNumber(number));
}

/** Blanks go, the year stands in 〔〕: '某府办发[2024] 12 号' → '某府办发〔2024〕12号'. */
export const tidyNumber = (number: string): string =>
  number
    .replaceAll(/\s/gu, '')
    .replace(/[〔[【（(［﹝〈<](?<year>\d{4})[〕\]】)）］﹞〉>]/u, '〔$<year>〕')
    .replace(/^[（(]|[）)]$/gu, '');

function readIssuer(
  source: string,
  paragraphs: readonly Paragraph[],
  parts: Parts,
  table: IndexTable,
): Found<string> | null {
  const read =
    issuerOfTitle(source, parts) ??
    issuerOfSignature(source, paragraphs, parts) ??
    issuerOfLetterhead(source, paragraphs, parts) ??
    issuerOfRemark(source, paragraphs, parts) ??
    issuerOfPrint(source, paragraphs) ??
    (table.issuer ? found(source, table.issuer, table.issuer.text) : null);
  return read && { ...read, value: read.value.split('、').flatMap(apart).join('、') };
}

/** What stands before 关于 or 印发 in the title; several bodies are divided by blanks or 、. */
function issuerOfTitle(source: string, parts: Parts): Found<string> | null {
  const stretch = parts.title?.stretch;
  const before =
    stretch &&
    /^(?<issuer>.{3,}?)(?=关于|印发|转发|发布|公布|(?:公告|通告|令)$)/u.exec(stretch.text)?.groups?.issuer;
  if (!stretch || !before) return null;
  const names = splitAtGaps(sliceStretch(stretch, 0, before.length)).flatMap((name) => name.text.split('、'));
  const joined = joinBrokenNames(names);
  return joined.every((name) => ORGANISATION.test(name))
    ? found(source, sliceStretch(stretch, 0, before.length), joined.join('、'))
    : null;
}

/** The second half of a name: '人民政府', and what a central authority has in a place, '吉林监管局', '某某市分行'. */
const NO_BODY =
  /^(?:人民政府|办公室|办公厅|委员会)|^\p{Script=Han}{2,8}?(?<![市县区]\p{Script=Han}{0,6})(?:监管局|监管分局|监管组|专员办|分局|分行|支行|中心支行|支局|调查总队|调查队)$/u;

/** A blank inside a name ('南昌市 人民政府') does not make two of it. */
function joinBrokenNames(names: string[]): string[] {
  const joined: string[] = [];
  for (const name of names.filter(Boolean)) {
    const last = joined.at(-1);
    if (last !== undefined && (!ORGANISATION.test(last) || NO_BODY.test(name)))
      joined[joined.length - 1] = last + name;
    else joined.push(name);
  }
  return joined;
}

/** The bodies that sign: of a covering notice first, then of the text itself. */
function issuerOfSignature(
  source: string,
  paragraphs: readonly Paragraph[],
  parts: Parts,
): Found<string> | null {
  const covering = coversText(parts) ? [[parts.title!.to, parts.bodyFrom] as const] : [];
  const textAt = (k: number) => paragraphs[k]?.stretch.text;
  for (const [from, to] of [
    ...covering,
    [parts.bodyTo, parts.annexFrom],
    [parts.bodyTo, paragraphs.length],
    [0, parts.bodyTo],
  ] as const) {
    for (let i = from; i < to; i++) {
      if (paragraphs[i]!.ordinal || !isSignature(textAt, i)) continue;
      const dated = signerOf(textAt(i)!);
      if (dated) return found(source, sliceStretch(paragraphs[i]!.stretch, 0, dated.length), dated);
      const lines: Stretch[] = [];
      for (let k = i; k < to && namesOf(paragraphs[k]!.stretch).every((name) => ORGANISATION.test(name)); k++)
        lines.push(paragraphs[k]!.stretch);
      if (lines.length)
        return found(source, lines[0]!, joinBrokenNames(lines.flatMap(namesOf)).join('、'), lines.at(-1)!);
    }
  }
  return null;
}

const coversText = (parts: Parts): boolean => parts.title !== null && COVERING.test(parts.title.stretch.text);
/** '市工信局　市财政局' → two names. */
const namesOf = (line: Stretch): string[] =>
  joinBrokenNames(splitAtGaps(line).flatMap(({ text }) => text.split('、')));

/** '某市商务委员会某市海关': a body's name ends where the place's name, or a central authority's, begins again. */
function apart(name: string): string[] {
  const place = /^(?:国家税务总局|中国)?(?<place>\p{Script=Han}{2})/u.exec(name)?.groups?.place ?? '';
  const again = new RegExp(
    `(?<=(?:局|委员会|委|厅|政府|办公室|办公厅|海关|部|中心|总部))(?<!总局|中国.{2,14}委员会)(?=${place}|国家(?!税务)|国家税务总局|中国|中共|财政部|应急管理部)`,
    'u',
  );
  const parts = name.split(again);
  return parts.every((part) => ORGANISATION.test(part)) ? parts : [name];
}

function issuerOfRemark(
  source: string,
  paragraphs: readonly Paragraph[],
  parts: Parts,
): Found<string> | null {
  const named = readRemark(paragraphs, parts)?.issuer;
  return named ? found(source, named, namesOf(named).join('、')) : null;
}

/** The body above or before '2023年7月10日印发'. */
function issuerOfPrint(source: string, paragraphs: readonly Paragraph[]): Found<string> | null {
  for (const [i, { stretch }] of paragraphs.entries()) {
    const before = /^(?<name>\p{Script=Han}*?)\d{4}年\d{1,2}月\d{1,2}日印发$/u.exec(stretch.text)?.groups
      ?.name;
    if (before === undefined) continue;
    const line = before ? sliceStretch(stretch, 0, before.length) : paragraphs[i - 1]?.stretch;
    if (line && ORGANISATION.test(line.text)) return found(source, line, line.text);
  }
  return null;
}

/** '南昌市人民政府办公室文件', or a body's name alone above the title. */
function issuerOfLetterhead(
  source: string,
  paragraphs: readonly Paragraph[],
  parts: Parts,
): Found<string> | null {
  for (const { stretch, ordinal } of paragraphs.slice(0, Math.max(parts.title?.to ?? 0, 6))) {
    const name = /^(?<name>\p{Script=Han}{4,40}?)(?:文件|令)?(?=$|\p{Script=Han}{1,16}〔)/u.exec(stretch.text)
      ?.groups?.name;
    if (!ordinal && name && ORGANISATION.test(name))
      return found(source, sliceStretch(stretch, 0, name.length), name);
  }
  return null;
}

/** Paragraphs that date the document: the covering notice's signature first, then the last one of the body. */
function signatureDates(paragraphs: readonly Paragraph[], parts: Parts): number[] {
  const dated = (from: number, to: number) =>
    paragraphs.flatMap(({ stretch: { text } }, i) => (i >= from && i < to && isDated(text) ? [i] : []));
  const covering = coversText(parts) ? dated(parts.title!.to, parts.bodyFrom) : [];
  return [
    ...covering,
    ...dated(parts.bodyTo, parts.annexFrom),
    ...dated(parts.bodyTo, paragraphs.length),
    ...dated(0, parts.bodyFrom),
    ...dated(0, parts.bodyTo),
  ];
}

/** 成文日期 of the index table, the signature's date, and last the day it was printed (…印发) or published. */
function readIssued(
  source: string,
  paragraphs: readonly Paragraph[],
  parts: Parts,
  table: IndexTable,
): Pick<Identity, 'issued' | 'issuedPosted'> {
  const signed = signatureDates(paragraphs, parts).map((i) => paragraphs[i]!.stretch);
  const printed = paragraphs
    .map(({ stretch }) => stretch)
    .filter(({ text }) => /\d{4}年\d{1,2}月\d{1,2}日印发$/u.test(text));
  const remark = readRemark(paragraphs, parts)?.day;
  for (const stretch of [table.issued, ...signed, remark, ...printed.reverse(), table.published]) {
    const read = stretch && readDay(stretch.text);
    if (read) {
      const issued = found(source, sliceStretch(stretch, read.start, read.end), read.value);
      return { issued, issuedPosted: stretch === table.published };
    }
  }
  return { issued: null, issuedPosted: false };
}

/** The innermost place in the issuer's name: 南昌市人民政府 → 南昌市, 南昌市东湖区… → 东湖区. */
export function placeOf(issuer: string): string | null {
  const form =
    /^(?:(?<province>\p{Script=Han}{2,6}?(?:省|自治区))?(?<city>\p{Script=Han}{1,8}?(?:市|自治州|州|盟|地区))?(?<county>\p{Script=Han}{1,8}?(?:新区|开发区|高新区|区|县|旗))?)/u;
  const parts = form.exec(issuer)?.groups;
  const place = parts?.county ?? parts?.city ?? parts?.province;
  return place && !/工业|经济|信息/u.test(place.replace(/(?:经济技术|高新技术产业)?开发区$/u, ''))
    ? place
    : (parts?.city ?? parts?.province ?? null);
}
