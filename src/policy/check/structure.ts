/** The structure agrees with the source: titles, stretches, chapters, responsible units, and nothing of the text left out. */

import { allSpans } from '../parse-policy.ts';
import type { TextSpan } from '../policy.ts';
import { wholeLines } from '../printed-text.ts';
import type { Problem } from '../problem.ts';
import { readResponsible } from '../responsible.ts';
import { plain, squeeze } from './quotes.ts';
import type { Check, Checked } from './report.ts';

export const checkStructure: Check = (checked) => [
  ...checkOrder(checked),
  ...checkTitles(checked),
  ...checkChapters(checked),
  ...checkCoverage(checked),
  ...checkFurniture(checked),
  ...checkResponsible(checked),
  ...checkAliases(checked),
];

/** Stretches begin and end on a character that is read, and do not overlap; a heading may stand within a clause. */
function checkOrder({ policy: { source }, written, read, fault }: Checked): Problem[] {
  const spans = allSpans(written).sort(
    ([, one], [, other]) => one.start - other.start || other.end - one.end,
  );
  let [outerEnd, clauseEnd] = [0, 0];
  return spans.flatMap(([path, span]) => {
    const text = read(span);
    const within = path[0] === 'chapters' && span.end <= clauseEnd;
    const apart = span.start >= outerEnd;
    outerEnd = Math.max(outerEnd, span.end);
    if (path[0] === 'clauses') clauseEnd = span.end;
    if (text[0] !== source[span.start] || text.at(-1) !== source[span.end - 1])
      return [fault(path, '两端不是正文的字（空白、页码或标记），请改正 span')];
    return apart || within ? [] : [fault(path, '这一段与前一段在原文里重叠，请改正 span')];
  });
}

/** A title stands at the start of its stretch, behind a bracket perhaps. */
function checkTitles({ policy, written, read, fault }: Checked): Problem[] {
  const problems: Problem[] = [];
  for (const [i, { title, span, number }] of policy.chapters.entries()) {
    const [heading, name] = [plain(read(span)), plain(title)];
    const ordinal = heading.slice(0, -name.length);
    const around = ordinal.replace(plain(number), '');
    // A heading without a number is counted.
    const counted = ordinal === '' && number === String(i + 1);
    if (
      !heading.endsWith(name) ||
      (!counted && !ordinal.includes(plain(number))) ||
      !AROUND_NUMBER.test(around)
    )
      problems.push(fault(['chapters', i], '不是原文这个位置上的标题，请改正 title 或 span', title));
  }
  for (const { number, title, clause } of policy.measures) {
    const path = ['measures', number];
    if (written.measures[number]?.title !== undefined && !startsWith(plain(clause.text), plain(title)))
      problems.push(fault([...path, 'title'], '不在这一条原文的开头，请改正 title 或 span', title));
  }
  return problems;
}

/** What stands around the number of a chapter: '第…章', '（…）', '…、', or nothing where headings have no number. */
const AROUND_NUMBER = /^[第（(〔]?(?:[章节条]|部分?)?[）)〕]?[、.．:：]?$/u;

/** '【奖励标准】对…' and '条款内容：支持…' start with their title all the same. */
const startsWith = (text: string, title: string): boolean => {
  const at = text.indexOf(title);
  return at >= 0 && /^[（(【[〔]?$|^(?:条款|政策|主要|具体)内容[：:]$/u.test(text.slice(0, at));
};

/** A measure stands behind the heading of its chapter and before the next one's. */
function checkChapters({ policy, written, fault }: Checked): Problem[] {
  return policy.measures.flatMap(({ number, clause }) => {
    const own = written.measures[number]?.chapter;
    const last = policy.chapters.findLastIndex(({ span }) => span.start < clause.start) + 1;
    return own && own !== last
      ? [
          fault(
            ['measures', number, 'chapter'],
            `这一条在原文里属于第 ${last} 章，不是第 ${own} 章，请改正 chapter`,
          ),
        ]
      : [];
  });
}

/**
 * What may stand between the stretches: the number of a measure or chapter ('（一）', '3.', '1.2', '第十二条', '㊀'), '问：', and behind
 * it a short heading without figures.
 */
const HEADING =
  /^(?:第[一二三四五六七八九十百〇零\d]{1,5}(?:[章节条]|部分?)|[（(〔]?[一二三四五六七八九十百〇零\d]{1,5}[）)〕]?|\d{1,2}(?:[.．]\d{1,2}){1,3}|\p{No}|问(?=[：:]$))[、.．:：﹒]?[^，。；：\d]{0,30}$/u;

/** '附件' · '附件1' · '附件：申报表': forms and lists behind the text need no stretch. */
const ANNEX = /^附\s*件/u;

/** Nothing that the document says is left out of every stretch. Rules written by hand without stretches are not held to it. */
function checkCoverage({ policy, written, read, fault }: Checked): Problem[] {
  const measures = Object.values(written.measures);
  if (written.clauses.length === 0 || measures.some(({ span }) => !span)) return [];
  const spans = allSpans(written).sort(([, one], [, other]) => one.start - other.start);
  const problems: Problem[] = [];
  let end = 0;
  let before: PropertyKey[] = ['clauses'];
  const lost = (lines: readonly string[]) => {
    for (const line of lines)
      if (!HEADING.test(plain(line)))
        problems.push(fault(before, '这段原文没有归入任何一条、章或首尾，请改正 span', line.slice(0, 40)));
  };
  for (const [path, span] of spans) {
    lost(linesBetween(read, { start: end, end: span.start }));
    if (span.end > end) [end, before] = [span.end, path];
  }
  const behind = linesBetween(read, { start: end, end: policy.source.length });
  const annex = behind.findIndex((line) => ANNEX.test(line));
  lost(annex < 0 ? behind : behind.slice(0, annex));
  return problems;
}

const linesBetween = (read: (span: TextSpan) => string, span: TextSpan): string[] =>
  span.start >= span.end
    ? []
    : read(span)
        .split('\n')
        .filter((line) => line.replace(/[#*\s]/gu, '') !== '');

/** Furniture is whole lines, and between measures never more than the little that pages print there. */
function checkFurniture({ policy: { source, furniture, measures }, fault }: Checked): Problem[] {
  if (furniture.length === 0) return [];
  const isWhole = wholeLines(source);
  const whole = squeeze(source);
  return furniture.flatMap((span, i) => {
    const path = ['furniture', i];
    if (!isWhole(span)) return [fault(path, '两端不是整行，请改正')];
    const within = measures.some(({ clause }) => span.start >= clause.start && span.end <= clause.end);
    const text = squeeze(source.slice(span.start, span.end));
    return within && text.length > MOST_FURNITURE && whole.indexOf(text) === whole.lastIndexOf(text)
      ? [fault(path, '这段话只出现一次，又在一条措施里，不能当作页眉页脚', text.slice(0, 40))]
      : [];
  });
}

/** '某某市人民政府公报 2024年第3期' */
const MOST_FURNITURE = 40;

/** Words around the units that say how the work is shared. */
const SHARING =
  /(?:省|市|县|区)?(?:责任|牵头|配合|主管|实施|承办|主办|协办|主责|负责|主要责任|主体责任|协同|参与|落实|执行)(?:[、和及与]?(?:责任|牵头|配合|参与|落实|负责))?(?:单位|部门|处室|科室|股室|机构|机关|主体|分工)?|按照?|各自|职责|职能|分工|共同|分别|具体|组织(?!部|人事|处|科)|会同|有关|相关|部门|单位|直属|以及|推进|完成|时限|期限|时间节点|时间|进度|持续|长期|实施|\d{0,4}年(?:\d{1,2}月)?(?:\d{1,2}日)?底?之?前?|\d{1,2}月底?之?前?|下同|排在首位的?为?/gu;

/**
 * Every unit stands where the text names who answers for the measure, and the text names no other there. Where nothing is
 * written although units are named, the reading was left to a person.
 */
function checkResponsible({ policy, fault }: Checked): Problem[] {
  return policy.measures.flatMap(({ number, clause, responsible }) => {
    const path = ['measures', number, 'responsible'];
    const problem = (message: string, words: string) => [fault(path, message, words)];
    const lines = clause.text.split('\n').map(plain);
    const text = lines.join('');
    const missing = responsible.find((unit) => !text.includes(plain(unit)));
    if (missing !== undefined) return problem('不在这一条的原文里，请照原文写', missing);
    const asked = policy.review.some(({ field }) => field === path.join('.'));
    const starts = lines.map((_, i) => lines.slice(0, i).join('').length);
    const { ranges } = readResponsible(text, starts);
    if (ranges.length === 0 || asked) return [];
    const named = ranges.map(({ start, end }) => text.slice(start, end)).join('；');
    const elsewhere = responsible.find((unit) => !named.includes(plain(unit)));
    if (elsewhere !== undefined) return problem('不是这一条写明的责任单位，请照原文写', elsewhere);
    const rest = responsible
      .toSorted((one, other) => other.length - one.length)
      .reduce((left, unit) => left.replaceAll(plain(unit), ''), named)
      .replace(SHARING, '')
      .replace(/[\p{P}\p{S}\s等各和及与由并为]/gu, '');
    return /\p{Script=Han}{2}/u.test(rest)
      ? problem('是原文写的责任单位，这里漏了或写错了，请补上', rest)
      : [];
  });
}

/** One way of asking leads to one place of a document. */
function checkAliases({ policy, fault }: Checked): Problem[] {
  const seen = new Set<string>();
  const lists: [PropertyKey[], string[]][] = [
    [['names'], policy.names],
    ...policy.clauses.map(({ aliases }, i): [PropertyKey[], string[]] => [
      ['clauses', i, 'aliases'],
      aliases,
    ]),
    ...policy.measures.map(({ number, aliases }): [PropertyKey[], string[]] => [
      ['measures', number, 'aliases'],
      aliases,
    ]),
  ];
  return lists.flatMap(([path, aliases]) =>
    aliases.flatMap((alias, i) => {
      if (!seen.has(alias)) {
        seen.add(alias);
        return [];
      }
      return [fault([...path, i], '在这份文件里出现了两次，请只留一处', alias)];
    }),
  );
}
