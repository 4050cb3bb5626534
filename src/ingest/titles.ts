/** Lines that make up titles: several short lines without a sentence in them, one under the other. */

import { documentNumberIn } from './document-number.ts';
import { isFurniture } from './furniture.ts';
import type { Paragraph } from './paragraphs.ts';
import { DATE_LINE, ORGANISATION } from './signature.ts';
import { joinStretch, type Stretch, sliceStretch } from './stretch.ts';

export interface TitleGroup {
  stretch: Stretch;
  /** Paragraph indices [from, to). */
  from: number;
  to: number;
}

const KIND =
  '通知|意见|办法|细则|措施|方案|规定|指南|公告|通告|政策|决定|规划|计划|要点|条例|规程|清单|函|批复|规则|目录|标准|指引|[\\d一二三四五六七八九十]{1,4}条|举措|说明|问答|流程|须知';
/** Ends as the title of a document does: '…若干措施', '…管理办法（试行）', '…申报指南（2024年版）'. */
export const TITLE_ENDING = new RegExp(`(?:${KIND})”?》?(?:[（(〔][^（()）]{1,20}[）)〕])?$`, 'u');
const LETTERHEAD = /(?:文件|公报|政府令|委员会令)$/u;
const REMARK = /^[（(【[](?!.*〔).*[）)】\]]$/u;
/** '（试行）', '（2023年修订）', '（征求意见稿）' under a title belongs to it. */
const TITLE_MARK = /^[（(](?!此件)(?:[^（()）〔]{0,10})(?:试行|暂行|稿|修订|修订版|版|修正)[）)]$/u;

/** What stands beside a title on the page (政策咨询, 打印) behind a blank is cut off: the title ends before it as titles do. */
export function withoutNeighbour(group: TitleGroup): TitleGroup {
  const { stretch } = group;
  if (TITLE_ENDING.test(stretch.text)) return group;
  const cut = [...stretch.gaps]
    .sort((a, b) => b - a)
    .find((gap) => TITLE_ENDING.test(stretch.text.slice(0, gap)) && stretch.text.length - gap <= 8);
  return cut === undefined ? group : { ...group, stretch: sliceStretch(stretch, 0, cut) };
}

export function isTitleLine({ stretch: { text }, ordinal }: Paragraph): boolean {
  if (ordinal || text.length < 2 || text.length > 110) return false;
  if (DATE_LINE.test(text) || documentNumberIn(text) || REMARK.test(text) || isFurniture(text)) return false;
  // '〔2026〕7号' alone under a letterhead.
  if (/^[〔[【（(［]\d{4}[〕\]】)）］]第?\d{1,4}[号期]$/u.test(text)) return false;
  if (/[。；：！？:;!?|]|[>›»]/u.test(text) || /^附件/u.test(text)) return false;
  if (/\d{4}年\d{1,2}月\d{1,2}日(?:印发)?$/u.test(text)) return false;
  // '（某财规〔2023〕2号　某市财政局　2023年10月12日印发）' says how the text came about.
  if (/^[（(].*\d{4}年\d{1,2}月\d{1,2}日.*[）)]$/u.test(text)) return false;
  if (/^(?:根据|按照|依据|为(?:了|进一步|贯彻|深入|推动|加快|落实)|现将|经.{2,12}(?:同意|批准))/u.test(text))
    return false;
  return !/[，,]/u.test(text) || TITLE_ENDING.test(text) || text.length < 30;
}

export function titleGroups(paragraphs: readonly Paragraph[], from: number, to: number): TitleGroup[] {
  const groups: TitleGroup[] = [];
  let open: TitleGroup | null = null;
  for (let i = from; i < to; i++) {
    const paragraph = paragraphs[i]!;
    const { text } = paragraph.stretch;
    const title = (isTitleLine(paragraph) || isLastCharacter(open, paragraph)) && !LETTERHEAD.test(text);
    // A heading of markdown is one by itself; lines of one title have the same mark.
    const sameMark = i > 0 && paragraphs[i - 1]!.heading === paragraph.heading;
    if (title && open && sameMark && !isComplete(open.stretch.text, text)) {
      open.stretch = joinTitle(open.stretch, paragraph.stretch);
      open.to = i + 1;
    } else if (title) {
      open = { stretch: paragraph.stretch, from: i, to: i + 1 };
      groups.push(open);
    } else if (open && TITLE_MARK.test(text)) {
      open.stretch = joinStretch(open.stretch, paragraph.stretch);
      open.to = i + 1;
      open = null;
    } else if (!/^[（(]此件/u.test(text) || !open || TITLE_ENDING.test(open.stretch.text)) open = null;
  }
  return groups;
}

/** A line of a single character that the line above had no room for: '…管理办' and '法'. */
const isLastCharacter = (open: TitleGroup | null, { stretch: { text } }: Paragraph): boolean =>
  open !== null && text.length === 1 && TITLE_ENDING.test(open.stretch.text + text);

/** The title ended on the line before: '…实施意见' under which a new line begins, '…清单（2025年版）' over the body that made it. */
const isComplete = (text: string, next: string): boolean =>
  (next.length >= 6 && text.startsWith(next)) ||
  (TITLE_ENDING.test(text) && /[）)]$/u.test(text) && ORGANISATION.test(next)) ||
  (/(?:通知|公告|通告|实施意见|决定)$/u.test(text) && !/^的?通知|^[）)》”]/u.test(next));

/** Two lines of a title are two words where both are names of bodies: keeps the gap for the reader of issuers. */
function joinTitle(first: Stretch, next: Stretch): Stretch {
  const joined = joinStretch(first, next);
  joined.gaps.add(joined.text.length - next.text.length);
  return joined;
}

/** What two spellings of one title share: without issuer, 关于印发, book-title marks, 的通知 and punctuation. */
export const titleKey = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/的?(?:通知|公告|通告|函)$/u, '')
    .replace(/^.*?(?:印发|转发|公布|发布)/u, '')
    .replace(/^(?:.*?关于|关于)/u, '')
    .replaceAll(/[\s\p{P}\p{S}]+/gu, '');
