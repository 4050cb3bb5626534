/** One spelling of a message: simplified, half width, no blanks, no emoji; signs of rise and fall as words. */
import { simplified } from './traditional.ts';

/**
 * A blank between two Chinese characters parts them as a comma would (制造业 端午没停), and so does one between a figure and what is
 * not its unit (不是280 是380), or before a figure where one was said already (签了8千万 6月28号签的); a comma inside 1,200 goes.
 */
export function plainText(given: string): string {
  return (
    simplified(
      withSigns(withoutEmoji(given.replace(LIST_NUMBER, ',').replace(IN_A_ROW, listed))).normalize('NFKC'),
    )
      .replace(/(?<=\d),(?=\d{3}(?!\d))/gu, '')
      .replace(/(?<=[\p{Script=Han}%‰])[^\S\n]+(?=\p{Script=Han})/gu, ',')
      .replace(
        /(?<=\d)[^\S\n]+(?=(?!天(?!天)|[人名个位号口度千万亿百十元块多余来左上下家台年月日点倍成美欧港日英吨米平份单笔件第期条级岁以及至到分角%])\p{Script=Han})/gu,
        ',',
      )
      .replace(/(?<=\d[^,，。;；!！?？\s]{0,40}[\p{Script=Han}%‰])(?<!\d[年月])[^\S\n]+(?=[\d-])/gu, ',')
      .replace(/[^\S\n]+/gu, '')
      .replace(/[“”"'‘’「」『』《》]/gu, '')
      .replace(/[冇]|木有/gu, '没')
      // 目前三季度 has no 前三季度 in it.
      .replace(/目前/gu, '现在')
      .replace(/不多也?不少/gu, '正好')
      .replace(MONTHS, monthsAsRange)
  );
}

/** 308 312 305: in a talk figures beside each other are so many figures, and no thousands. */
const IN_A_ROW = /(?<![\d.])\d{3}(?:[^\S\n]+\d{3})+(?![\d.])/gu;
const listed = (row: string): string => row.replace(/[^\S\n]+/gu, '、');

/** ①制造业 ②端午没停: the number of a line is no figure; ①是②不是 answers questions by their numbers. */
const LIST_NUMBER = /[①-⑳⑴-⒇❶-❿](?![是不没有对否√×])/gu;

/** 7、8两个月 · 7月和8月 · 四、五、六三个月: months that follow on each other are one period, 7-8月. */
const MONTHS =
  /(?<![\d.])(?<list>(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月?份?(?:[、和与跟加及](?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月?份?){1,5})(?<tail>[两二三四五六234]个月)?(?!\d)/gu;
const ORDINALS = '零一二三四五六七八九十';

function monthsAsRange(said: string, ...rest: unknown[]): string {
  const { list = '', tail } = rest.at(-1) as Record<string, string | undefined>;
  if (tail === undefined && !/月份?$/u.test(list)) return said;
  const months = list.split(/[、和与跟加及]/u).map((one) => monthOf(one.replace(/月|份/gu, '')));
  const follow = months.every((month, i) => i === 0 || month === months[i - 1]! + 1);
  return follow ? `${months[0]}-${months.at(-1)}月` : said;
}

const monthOf = (written: string): number =>
  /\d/u.test(written) ? Number(written) : [...written].reduce((sum, one) => sum + ORDINALS.indexOf(one), 0);

/** What a platform writes in the place of a picture: [强], [玫瑰], [Smile]. A bracket around more than a short name is text. */
const EMOJI_CODE = /\[(?:\p{Script=Han}{1,3}|[A-Z][a-zA-Z]{1,11})\]/gu;
const PICTURES =
  /(?![\d#*©®™↑↓↗↘⬆⬇▲▼△▽📈📉🔺🔻])\p{Extended_Pictographic}(?:\u{fe0f}|\u{200d}|[\u{1f3fb}-\u{1f3ff}])*/gu;
const withoutEmoji = (text: string): string => text.replace(EMOJI_CODE, ' ').replace(PICTURES, ' ');

/**
 * ↓12%, 12%▼, 📉12%, –12%: the sign is said in words or as a minus, so that it is never lost. A dash between two figures (10–12%)
 * stays one.
 */
function withSigns(text: string): string {
  return text
    .replace(/(?<figure>\d[\d.]*\s?[%‰％]?)\s?[↓▼▽🔻📉⬇↘]\u{fe0f}?(?!\s?\d)/gu, '下降$<figure>')
    .replace(/(?<figure>\d[\d.]*\s?[%‰％]?)\s?[↑▲△🔺📈⬆↗]\u{fe0f}?(?!\s?\d)/gu, '增长$<figure>')
    .replace(/[↓▼▽🔻📉⬇↘]\u{fe0f}?/gu, '下降')
    .replace(/[↑▲△🔺📈⬆↗]\u{fe0f}?/gu, '增长')
    .replace(/(?<![\d月日号%％‰万亿元\p{Script=Han}a-zA-Z]\s*)[–—−﹣－‒](?=\s*\d)/gu, '-')
    .replace(/(?<=\s)[–—−﹣－‒](?=\s?\d[\d.]*\s?[%‰％])/gu, '-')
    .replace(/(?<=[比增长了是为率幅速])\s*[–—−﹣－‒]{1,2}(?=\s*\d)/gu, '-');
}
