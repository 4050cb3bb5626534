/** Joins printed lines into paragraphs: lines broken inside a sentence or a word, by the page's width or by a page break. */

import { readResponsible } from '../policy/index.ts';
import { documentNumberIn } from './document-number.ts';
import { isFurniture } from './furniture.ts';
import { type Line, readLines } from './lines.ts';
import { NESTING, type Ordinal, type OrdinalKind, readOrdinal } from './ordinal.ts';
import { DATE_LINE, isSignature } from './signature.ts';
import { joinStretch, type Stretch } from './stretch.ts';

export interface Paragraph {
  stretch: Stretch;
  ordinal: Ordinal | null;
  heading: number;
  /** A sign stands before its first line. */
  marked: boolean;
  bold: boolean;
}

/** How this document was printed. */
interface Layout {
  /** Lines are cut at a fixed width, in half-width columns; null when a line is a paragraph. */
  width: number | null;
  /** Blank lines stand between paragraphs only, so they tell paragraphs apart. */
  blankLinesTell: boolean;
  /** First lines of paragraphs are indented, the others not. */
  indentsTell: boolean;
}

const SENTENCE_END = /[。！？!?…]["”’』」]?$|[】\]］）)〕]$/u;
/** A line that always begins a paragraph, whatever stood before. */
const ALWAYS_STARTS =
  /^(?:附件\d{0,2}(?:[：:]|$)|附[件录表][\d一二三四五六七八九十]{1,2}[：:]?$|附[：:]|抄送|\p{Script=Han}{4,40}\d{4}年\d{1,2}月\d{1,2}日印发$|[（(]此件|(?:联系人|联系电话|联系地址|联系方式|咨询电话|电子邮箱|电子邮件|地址|邮箱|电话|传真)[：:]|[（(【[〔［]?(?:责任|牵头|配合|主管|实施|承办|主责)(?:单位|部门|处室|科室)[：:]|(?:完成|办结|落实|推进)(?:时限|时间|期限)[：:]|特此(?:通知|公告)|本(?:措施|意见|办法|细则|方案|政策|通知|规定|指南|若干措施|政策措施|实施细则|实施方案|实施意见)(?:自|由|有效|执行|从|所))/u;
const ENDS_IN_LINK = /https?:\/\/[\w./?=&%#~-]+$/u;
const LINK_LINE = /^\p{Script=Han}{2,8}[：:]https?:\/\/[\w./?=&%#~-]+$/u;
const TITLE_END = /(?:通知|公告|意见|办法|细则|措施|方案|通告|规定|指南)$/u;

export function readParagraphs(source: string): Paragraph[] {
  const lines = readLines(source);
  const layout = readLayout(lines);
  const paragraphs: Paragraph[] = [];
  const last = new Map<OrdinalKind, number>();
  let current: Paragraph | null = null;
  let before: Line | null = null;
  for (const [i, line] of lines.entries()) {
    const ordinal = startsItem(line, current, before, last, layout);
    if (current && before && !ordinal && continues(current, before, line, lines, i, layout)) {
      current.stretch = joinStretch(current.stretch, line.stretch);
    } else {
      const { stretch, heading, marked, bold } = line;
      current = { stretch, ordinal, heading, marked, bold };
      paragraphs.push(current);
      if (ordinal) remember(last, ordinal);
    }
    before = line;
  }
  return paragraphs;
}

function readLayout(lines: Line[]): Layout {
  const sorted = lines.map((line) => line.width).sort((a, b) => b - a);
  const wide = sorted[Math.floor(sorted.length * 0.05)] ?? 0;
  const full = lines.filter((line) => line.width >= wide * 0.88);
  const cut = full.filter((line) => !isClosed(line.stretch.text)).length;
  const over = lines.filter((line) => line.width > wide * 1.2).length;
  const wrapped =
    wide <= 130 &&
    full.length >= Math.max(4, lines.length * 0.12) &&
    cut >= full.length * 0.4 &&
    over <= lines.length * 0.04;
  const blank = lines.filter((line) => line.blankBefore).length;
  const indented = lines.filter((line) => line.indent >= 2).length;
  return {
    width: wrapped ? wide : null,
    blankLinesTell: blank < lines.length * 0.6,
    indentsTell: indented >= lines.length * 0.15 && indented <= lines.length * 0.8,
  };
}

/** The numbering that begins an item here, or null: also when it is the middle of a sentence (…符合第一条第/（二）项规定…). */
function startsItem(
  line: Line,
  current: Paragraph | null,
  before: Line | null,
  last: Map<OrdinalKind, number>,
  layout: Layout,
): Ordinal | null {
  const ordinal = readOrdinal(line.stretch.text) ?? bareHeading(line) ?? bareDigit(line, last);
  if (!ordinal || !current || !before) return ordinal;
  if (line.heading || line.bold) return ordinal;
  const text = current.stretch.text;
  const midSentence =
    openBracket(text) ||
    /[、，,“《]$/u.test(text) ||
    (!isClosed(text) && /[，。；]/u.test(text)) ||
    (!isClosed(text) && isFull(before, layout) && !readOrdinal(text));
  // '三、深化改革，优化治理' with '（一）…' on the line below: the list of a heading that has a comma in it begins again.
  const belowHeading =
    ordinal.value === 1 &&
    current.ordinal !== null &&
    NESTING.indexOf(ordinal.kind) > NESTING.indexOf(current.ordinal.kind) &&
    text === before.stretch.text &&
    text.length <= 40 &&
    !isFull(before, layout) &&
    !/[、，,。；：]$/u.test(text);
  if (belowHeading) return ordinal;
  const next = (last.get(ordinal.kind) ?? 0) + 1 === ordinal.value;
  if (
    midSentence &&
    !(
      next &&
      (layout.width === null || !/[、，,]$/u.test(text)) &&
      (isStrong(ordinal) || ordinal.length < line.stretch.text.length)
    )
  )
    return null;
  return ordinal;
}

/** '（五）', '第三条' alone on a line: no sentence of numbers has these. */
const isStrong = ({ kind }: Ordinal): boolean => kind === 'hanParen' || kind === 'article';

/** '一　总体要求', '01 什么是电子证照？': a numeral, a blank and a short heading. */
function bareHeading(line: Line): Ordinal | null {
  const { text, gaps } = line.stretch;
  const padded = /^0(?<n>[1-9])(?=\p{Script=Han})/u.exec(text)?.groups?.n;
  if (padded && gaps.has(2) && text.length <= 40 && !/[，。；：]/u.test(text))
    return { kind: 'han', value: Number(padded), label: `0${padded}`, length: 2 };
  const value = /^(?<n>[一二三四五六七八九十]{1,3})(?=\p{Script=Han})/u.exec(text)?.groups?.n;
  if (!value || !gaps.has(value.length) || text.length > 26 || /[，。；：]/u.test(text)) return null;
  return readOrdinal(`${value}、`) && { ...readOrdinal(`${value}、`)!, label: value, length: value.length };
}

/** '1 事项名称', '2 服务对象': a digit, a blank and a few words, each the next; a row of a table has more cells and digits. */
function bareDigit(line: Line, last: ReadonlyMap<OrdinalKind, number>): Ordinal | null {
  const { text, gaps } = line.stretch;
  const written = /^(?<n>[1-9]\d?)\p{Script=Han}[\p{Script=Han}（）、]{1,15}$/u.exec(text)?.groups?.n;
  if (!written || gaps.size !== 1 || !gaps.has(written.length)) return null;
  const value = Number(written);
  return value === (last.get('digit') ?? 0) + 1
    ? { kind: 'digit', value, label: written, length: written.length }
    : null;
}

function remember(last: Map<OrdinalKind, number>, ordinal: Ordinal): void {
  last.set(ordinal.kind, ordinal.value);
  for (const deeper of NESTING.slice(NESTING.indexOf(ordinal.kind) + 1))
    if (deeper !== 'article' && deeper !== 'hanParen' && deeper !== 'digit') last.delete(deeper);
}

function continues(
  current: Paragraph,
  before: Line,
  line: Line,
  lines: Line[],
  i: number,
  layout: Layout,
): boolean {
  if (line.row || before.row) return false;
  const text = current.stretch.text;
  const next = line.stretch.text;
  // '原文链接：https://…' is a line of its own, unless a sentence was cut there at the page's width.
  if (ENDS_IN_LINK.test(before.stretch.text) && !isFull(before, layout) && /^\p{Script=Han}/u.test(next))
    return false;
  if (LINK_LINE.test(next)) return false;
  // A number alone on its line waits for its words.
  if (current.ordinal && text.length <= current.ordinal.length && !line.heading) return true;
  // '第一章 总' and '则': a heading whose characters were set apart.
  if (current.ordinal && text.length <= 8 && /^\p{Script=Han}$/u.test(next) && !SENTENCE_END.test(text))
    return true;
  // '（牵头单位：…；' goes on with '配合单位：…）'.
  if (openBracket(text) && /^\p{Script=Han}{2,4}(?:单位|部门|处室|科室)[：:]/u.test(next)) return true;
  if (
    line.heading ||
    current.heading ||
    ALWAYS_STARTS.test(next) ||
    DATE_LINE.test(next) ||
    DATE_LINE.test(text)
  )
    return false;
  if (
    isFurniture(text) &&
    !isFurniture(next) &&
    // A path of links ('首页>政务公开>通知') goes on with links only.
    (!/[>›»]/u.test(text) || /[>›»]/u.test(next)) &&
    isFull(before, layout) &&
    !line.indent &&
    !TITLE_END.test(next)
  )
    return true;
  if (documentNumberIn(text) || documentNumberIn(next) || signsOff(lines, i)) return false;
  if (isFurniture(next) || /^附[件录表]?[\d一二三四五六七八九十]{0,2}[：:]?$/u.test(text)) return false;
  if (openBracket(text)) return true;
  if (isFurniture(text)) return false;
  if (/[、，,]$/u.test(text)) return true;
  // '…开展“领跑者”' goes on with '“领先者”活动。': a heading broken at its quotation marks.
  if (current.ordinal && !/[。；：]/u.test(text) && /^“[^”]{1,20}”(?:[。，、；]|$)/u.test(next)) return true;
  if (current.ordinal && /[^。；：]“[^”]{1,20}”$/u.test(text) && before.stretch.text.startsWith('“'))
    return true;
  if (/(?:单位|部门|科室|处室)[：:]$/u.test(text)) return true;
  if (/[：:]$/u.test(text)) return false;
  // A title, and the preamble under it.
  if (!current.ordinal && !/[，。；：]/u.test(text) && /^(?:为(?!主)|根据|按照|依据|现将)/u.test(next))
    return false;
  // '…管理办法（试行）' or '（此件主动公开）' is a line of its own; '《…》' alone is the beginning of a sentence.
  if (/[）)】\]]$/u.test(text) && !/[，。；：]|^(?:根据|按照?|依据|为|经|现将|对)/u.test(text)) return false;
  if (/^《[^》]+》$/u.test(text)) return true;
  const told =
    (layout.blankLinesTell && line.blankBefore && !line.pageBefore) ||
    (layout.indentsTell && line.indent >= 2);
  // Units in brackets close an item, however full the line.
  if (/[】\]］）)〕]$/u.test(text) && readResponsible(text).ranges.some(({ end }) => end === text.length))
    return false;
  if (SENTENCE_END.test(text) || /[；;]$/u.test(text)) return isFull(before, layout) && !told;
  // Where a line is a paragraph, only a page break cuts a sentence: the line before it is a long one.
  if (/[，。；：]/u.test(text)) {
    if (line.pageBefore || /\d$/u.test(text)) return true;
    const labelled = /^(?:[（(].{1,3}[）)])?[^，。：:]{2,12}[：:][^，。；]*$/u.test(text);
    if (layout.width === null) return text.length >= 40 || (!labelled && SENTENCE_END.test(next));
    return !(told && !isFull(before, layout) && text.length < 30);
  }
  if (/[\d万亿的对为和与及或在]$/u.test(text)) return true;
  if (TITLE_END.test(text) && !current.ordinal) return false;
  return isFull(before, layout) && !told;
}

const isFull = (line: Line, layout: Layout): boolean =>
  layout.width !== null && line.width >= layout.width * 0.8;
const isClosed = (text: string): boolean => SENTENCE_END.test(text) || /[；;：:]$/u.test(text);

const OPENING = '（(【[〔［《“';
const CLOSING = '）)】]〕］》”';

/** A bracket or quotation mark was opened and not closed yet, and not so long ago that it was a slip. */
function openBracket(text: string): boolean {
  let depth = 0;
  let since = 0;
  let quoted = false;
  for (const [i, character] of [...text].entries()) {
    // '“人工智能+“': a mark of quotation typed the wrong way round closes all the same.
    const closesQuote: boolean = character === '”' || (character === '“' && quoted);
    if (character === '“' || character === '”') quoted = !closesQuote;
    if (OPENING.includes(character) && !closesQuote) {
      if (depth === 0) since = i;
      depth++;
    } else if (CLOSING.includes(character) || closesQuote) depth = Math.max(0, depth - 1);
  }
  return depth > 0 && text.length - since < 300;
}

/** A body's name begins the signature here; a date alone does not end a sentence that it could belong to. */
const signsOff = (lines: readonly Line[], i: number): boolean =>
  !DATE_LINE.test(lines[i]!.stretch.text) && isSignature((k) => lines[k]?.stretch.text, i);
