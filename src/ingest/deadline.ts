/** Until when one can apply: 申报截止, 受理时间, …前提交; of several batches the last. */
import { addDays, type Day } from '../contract/index.ts';
import { type Figure, readFigures } from '../figures/index.ts';
import { type Found, found } from './found.ts';
import { NESTING } from './ordinal.ts';
import type { Paragraph } from './paragraphs.ts';
import { narrow, readSentences, type Sentence } from './sentences.ts';
import type { Stretch } from './stretch.ts';

/** Words for the time of applying itself. */
const APPLYING =
  /(?:申报|申请|受理|报名|征集|填报|提交|申领|兑现|推荐申报|网上填报|材料报送|材料提交|报送|收件|集中申报)(?:的)?(?:起止|截止|截至|办理)?(?:时间|日期|期限|时限|阶段|期)|截止(?:时间|日期|日)|(?:申报|受理|申请|报名|网上申报|填报).{0,8}截[止至]|截[止至].{0,30}(?:申报|受理|申请|提交)|(?:系统|平台|通道|端口|窗口).{0,16}关闭|逾期(?:未|不)|网上申报|(?:第[一二三四五\d]|上半年|下半年|首)批.{0,24}(?:申报|受理|申请|截止)/u;
/** '三、申报批次和时间', '四、评选活动时间安排': a heading whose last word is a time and that speaks of applying. */
const WHEN_TO_APPLY =
  /(?:申报|申请|受理|报名|征集|填报|提交|申领|报送|评选)[^。：:，]{0,12}(?:时间|日期|期限|时限|批次|时间安排)[。：:]?$/u;
/** '…前将材料报送', '…前完成填报': a day to hand something in by. */
const HANDING_IN =
  /(?:报送|提交|递交|申报|申请|填报|上传|报至|送至|报到|报我局|报市|寄送|报名|申领|送达|登录)/u;
/** Steps of the offices, after the enterprises' own. */
const OFFICE_STEP =
  /工作[^，。]{0,6}(?:结束|完成)|另行|补充|补交|补正|修改|更正|(?:局|委|厅|部门)[^，。]{0,6}于|审核|初审|复审|评审|公示|汇总|推荐(?:上报|名单|函|意见)|各(?:县|区|市|地|设区市|镇|街)|主管部门(?:要|应|于|须|需|将)|拨付|兑付|报送我[局厅委]|上报/u;
/** '纸质材料7月20日前交市工信局': what was filled in online is brought on paper. */
const ON_PAPER = /纸质|书面/u;
/** Offices by themselves: '地市科技部门完成网上推荐的截止时间为6月9日'. */
const OF_AN_OFFICE = /(?:局|委|厅|部门|科室|管委会)(?:完成|推荐|审核|初审|汇总|上报)/u;
/** A draft is commented on until then; nothing is applied for. */
const OF_COMMENTS =
  /(?:意见|建议)[^，。]{0,24}(?:反馈|发送|提出|报送|发至|寄送|提交|反映|函告)|征求意见|意见征集/u;
/** What is asked for long after a grant was applied for: '完成建设并申请验收'. */
const LATER_STEP = /申请(?:验收|拨付|兑付|延期|复核|复审|复评|注销|变更|撤销|结题|结项)/gu;
/** What offices settle among themselves closes nothing: '5月底前完成补贴资金的清算'. */
const SETTLING = /清算|决算|资金使用情况/u;
/** How long the document itself is in force: '有效期至2031年12月31日，申报期截至2030年9月30日' names two days for two things. */
const IN_FORCE = /有效期|执行期|实施期|试行期|失效|废止/u;
/** What the application is about, not when it is made: '2023年1月1日至12月31日期间购置的设备'. */
const SUBJECT_PERIOD =
  /(?:期间|以来|以后|内|度|年末|底)?(?:新)?(?:购置|获得|取得|认定|发生|投产|入规|签订|建成|开工|竣工|注册|成立|完成的|形成|实现|缴纳|发放)/u;

/** What is done again and again: '每年4月底前', '每季度末月20日前'. */
const RECURRING = /每(?:年|月|季度?|半年|周)/u;
/** '2025年度', '2024年', '本年度': the year that something is about; its last day is nobody's deadline unless the words make it one. */
const isBareYear = ({ start, end }: Figure, text: string): boolean =>
  /^(?:(?:19|20)\d{2}\s?年?|[本今当全]年)度?$/u.test(text.slice(start, end)) &&
  !/^(?:年?底|年?末|前|以前|之前|止)/u.test(text.slice(end));

/** From one day to another one does it: '3月1日至3月25日登录平台填报'. */
const ranges = (figure: Figure): boolean =>
  (figure.kind === 'daterange' || figure.kind === 'time') &&
  figure.from !== undefined &&
  figure.to !== undefined;
const FILLED_IN = /^(?:期间|内)?[，,]?[^，。；]{0,6}(?:登录|填报|提交|申报|报名|申请)/u;

/** A day when applying begins: '开放申报时间为4月5日', '启动日期：3月1日'. */
const BEGINS = /(?:开放|开始|启动|开通|起始|起)[^，。；]{0,8}(?:时间|日期)?(?:为|是|：|:)[^，。；]{0,3}$/u;

/** Said just before a day: it has passed. */
const OVER = /已(?:经)?(?:于|在)?[^，。；]{0,4}$/u;

interface NamedDay {
  day: Day;
  /** The words that name the day. */
  words: string;
  /** The part of the sentence that is about this day. */
  part: string;
}
interface Candidate extends NamedDay {
  sentence: Sentence;
  weight: number;
}

/** `year` is assumed where neither a day nor the document names one; paragraphs in `without` are not read. */
export function readDeadline(
  source: string,
  paragraphs: readonly Paragraph[],
  { from, to, without }: { from: number; to: number; without: readonly { from: number; to: number }[] },
  issued: Day | null,
  year: number | null,
): Found<Day> | null {
  const candidates: Candidate[] = [];
  // The depth of the heading '三、申报时间' that the sentence stands under.
  let heading: number | null = null;
  // '报送时间：甲类为…前；乙类为…前。': the paragraph whose last part spoke of applying and goes on.
  let carried: number | null = null;
  for (const sentence of readSentences(paragraphs, from, to)) {
    if (without.some((range) => sentence.paragraph >= range.from && sentence.paragraph < range.to)) continue;
    const { text } = sentence.stretch;
    const asked = text.replaceAll(LATER_STEP, '');
    const { ordinal, stretch } = paragraphs[sentence.paragraph]!;
    if (ordinal && stretch.text.startsWith(text)) {
      const depth = NESTING.indexOf(ordinal.kind);
      if (heading === null || depth <= heading)
        heading = text.length <= 30 && (APPLYING.test(text) || WHEN_TO_APPLY.test(text)) ? depth : null;
    }
    const applying: boolean =
      APPLYING.test(asked) || (carried === sentence.paragraph && !OFFICE_STEP.test(text));
    carried = applying && /[；;]$/u.test(text) ? sentence.paragraph : null;
    if (!applying && heading === null && !HANDING_IN.test(asked)) continue;
    const base = applying ? 4 : heading === null ? 3 : 3.5;
    for (const named of namedDays(text, issued, year, base > 3)) {
      if (IN_FORCE.test(named.part) && !APPLYING.test(named.part) && !HANDING_IN.test(named.part)) continue;
      if (SETTLING.test(named.part) || OF_AN_OFFICE.test(named.part)) continue;
      if (OF_COMMENTS.test(named.part)) continue;
      // '网上申报时间为…，纸质材料于…前报送': handing in paper is a step after applying.
      const isStep = (HANDING_IN.test(named.part) || ON_PAPER.test(named.part)) && !APPLYING.test(named.part);
      const step = isStep ? 3 : base;
      candidates.push({ sentence, ...named, weight: step - (OFFICE_STEP.test(named.part) ? 2 : 0) });
    }
  }
  const best = Math.max(...candidates.map(({ weight }) => weight));
  const last = candidates
    .filter(({ weight }) => weight === best)
    .sort((a, b) => b.day.localeCompare(a.day))[0];
  return last ? found(source, wordsOf(last), last.day) : null;
}

/** The part of the sentence with the day, and before it the part that says what the day is for. */
function wordsOf({ sentence, words }: Candidate): Stretch {
  const inPart = (part: string) => part.includes(words) || words.includes(part);
  const said = narrow(sentence.stretch, inPart);
  const enough = APPLYING.test(said.text) || HANDING_IN.test(said.text);
  return enough
    ? said
    : narrow(sentence.stretch, (part) => inPart(part) || APPLYING.test(part) || HANDING_IN.test(part));
}

/** The days that a sentence names as ends; without a word for applying only those with 前 or 止. */
function* namedDays(
  text: string,
  issued: Day | null,
  year: number | null,
  applying: boolean,
): Generator<NamedDay> {
  let behind = 0;
  for (const figure of readFigures(text, { ref: issued ?? (year ? `${year}-01-01` : null) })) {
    const after = text.slice(figure.end);
    const part = text.slice(behind, figure.end) + behindDay(figure.text, after);
    const day = endOf(figure, text.slice(0, figure.start), after, issued);
    if (!day) continue;
    behind = figure.end;
    const ends = /(?:前|止)$/u.test(figure.text) || /^[^，。；]{0,4}(?:前|止)/u.test(after);
    const isAssumed = 'assumed' in figure && figure.assumed?.includes('year');
    // '每年3月发布通知，企业应于4月30日前提交': a day without a year comes again each year, as what stands before it does.
    const leading = text.slice(0, figure.start);
    if (RECURRING.test(isAssumed ? leading : /[^，；]*$/u.exec(leading)![0]) || isBareYear(figure, text))
      continue;
    const isWindow = ranges(figure) && FILLED_IN.test(after);
    if ((!applying && !ends && !isWindow) || SUBJECT_PERIOD.test(after.slice(0, 10))) continue;
    const later = issued && day < issued && isAssumed;
    const settled = later ? `${Number(day.slice(0, 4)) + 1}${day.slice(4)}` : day;
    // '第一批已于3月31日截止': over, so that no later year is meant.
    if (later && OVER.test(text.slice(0, figure.start))) continue;
    // A day before the document itself is what the application is about.
    if (!issued || settled >= issued) yield { day: settled, words: figure.text, part };
  }
}

/** What is said of a day behind it: '…前报送材料', '…前，补贴工作全部结束'. */
const behindDay = (day: string, after: string): string =>
  (/(?:前|止|底)$/u.test(day) ? /^，?[^，；。]*/u : /^(?:[^，；。]{0,3}(?:前|止|底)，)?[^，；。]*/u).exec(
    after,
  )![0];

/** The last day of a figure that is an end: a range's, a date with 前 or 至 beside it, an hour's, so many days from the issue. */
function endOf(figure: Figure, before: string, after: string, issued: Day | null): Day | null {
  if (figure.kind === 'daterange') return figure.to ?? null;
  if (figure.kind === 'time') return /^\d{4}-\d\d-\d\d/u.exec(figure.to ?? figure.value ?? '')?.[0] ?? null;
  if (figure.kind === 'date') {
    const until =
      /^(?:日?[（(][^（）()]*[）)])?(?:\d{1,2}[:：时点]\d{0,2}分?)?(?:之?前|以前|止|为止|截止|下班)/u.test(
        after,
      );
    if (!until && BEGINS.test(before)) return null;
    return until || /(?:至|到|截止|截至|为|：|:|—|-|－|截止日期)[^，。]{0,3}$/u.test(before)
      ? figure.value
      : null;
  }
  const counted =
    figure.kind === 'duration' && figure.unit === 'day' && /(?:印发|发布|公布|下发)之日起$/u.test(before);
  return counted && issued ? addDays(issued, figure.max ?? figure.value ?? 0) : null;
}
