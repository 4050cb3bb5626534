/** Lines that make up titles: several short lines without a sentence in them, one under the other. */
import { DATE_LINE, documentNumberIn, type Paragraph } from './paragraphs.ts';
import { joinStretch, type Stretch } from './stretch.ts';

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
const LETTERHEAD = /(?:文件|公报)$/u;
const REMARK = /^[（(【[](?!.*〔).*[）)】\]]$/u;
/** Web page furniture and index table rows. */
const FURNITURE =
  /^(?:首页|您(?:当前|现在)?的?位置|当前位置|来源|作者|浏览|字体|字号|分享|打印|责任编辑|编辑|审核|信息来源|发布时间|发布日期|发文日期|成文日期|生成日期|公开日期|公开时间|索引号|发文机关|发布机构|发布单位|主题分类|公文种类|有效性|效力状态|文号|发文字号|主题词|关键词|密级|签发人|政策解读|相关链接|下载|扫一扫|附件下载|名称|标题|体裁分类|组配分类|公开方式|公开范围|公开类别|时效|废止日期|有效期|生效日期|失效日期|访问量|点击数|文章来源|信息分类|服务对象)(?:[：:|>]|\s|$)/u;

export function isTitleLine({ stretch: { text }, ordinal }: Paragraph): boolean {
  if (ordinal || text.length < 2 || text.length > 110) return false;
  if (DATE_LINE.test(text) || documentNumberIn(text) || REMARK.test(text) || FURNITURE.test(text))
    return false;
  if (/[。；：！？:;!?|]|[>›»]/u.test(text) || /^附件/u.test(text)) return false;
  return !/[，,]/u.test(text) || TITLE_ENDING.test(text) || text.length < 30;
}

export function titleGroups(paragraphs: readonly Paragraph[], from: number, to: number): TitleGroup[] {
  const groups: TitleGroup[] = [];
  let open: TitleGroup | null = null;
  for (let i = from; i < to; i++) {
    const paragraph = paragraphs[i]!;
    const { text } = paragraph.stretch;
    const title = isTitleLine(paragraph) && !LETTERHEAD.test(text);
    if (title && open && !isComplete(open.stretch.text, text)) {
      open.stretch = joinTitle(open.stretch, paragraph.stretch);
      open.to = i + 1;
    } else if (title) {
      open = { stretch: paragraph.stretch, from: i, to: i + 1 };
      groups.push(open);
    } else if (
      open &&
      /^[（(](?:试行|暂行|征求意见稿|修订|修订稿|送审稿|\d{4}年(?:修订|版)?)[）)]$/u.test(text)
    ) {
      open.stretch = joinStretch(open.stretch, paragraph.stretch);
      open.to = i + 1;
      open = null;
    } else if (!/^[（(]此件/u.test(text) || !open || TITLE_ENDING.test(open.stretch.text)) open = null;
  }
  return groups;
}

/** The title ended on the line before: '…实施意见' under which a new line begins. */
const isComplete = (text: string, next: string): boolean =>
  /(?:通知|公告|通告|实施意见|决定)$/u.test(text) && !/^的?通知|^[）)》”]/u.test(next);

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
