/** The structure agrees with the source: titles, stretches, chapters, responsible units, and nothing of the text left out. */

import { allSpans } from '../parse-policy.ts';
import type { TextSpan } from '../policy.ts';
import type { Problem } from '../problem.ts';
import { squeeze } from './quotes.ts';
import type { Check, Checked } from './report.ts';

export const checkStructure: Check = (checked) => [
  ...checkOrder(checked),
  ...checkTitles(checked),
  ...checkChapters(checked),
  ...checkCoverage(checked),
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

/** A title stands at the start of its stretch, and the stretch ends where a sentence or a bracket does. */
function checkTitles({ policy, written, read, fault }: Checked): Problem[] {
  const problems: Problem[] = [];
  for (const [i, { title, span, number }] of policy.chapters.entries()) {
    const [heading, name] = [squeeze(read(span)), squeeze(title)];
    const ordinal = heading.slice(0, -name.length);
    const around = ordinal.replace(number, '');
    if (
      !heading.endsWith(name) ||
      !ordinal.includes(number) ||
      !/^[第（(]?[章节部）)]?[、.．:：]?$/u.test(around)
    )
      problems.push(fault(['chapters', i], '不是原文这个位置上的标题，请改正 title 或 span', title));
  }
  for (const { number, title, clause } of policy.measures) {
    const path = ['measures', number];
    if (written.measures[number]?.title !== undefined && !squeeze(clause.text).startsWith(squeeze(title)))
      problems.push(fault([...path, 'title'], '不在这一条原文的开头，请改正 title 或 span', title));
    if (written.measures[number]?.span && !/[。！？；：”’】\]）)]$/u.test(clause.text))
      problems.push(fault([...path, 'span'], '这一条没有停在句末，请改正 span 的止', clause.text.slice(-20)));
  }
  return problems;
}

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

/** What may stand between the stretches: ordinals and short headings that start with one. */
const HEADING =
  /^(?:[（(]?[一二三四五六七八九十百\d]{1,4}[）)]?[、.．]?|第[一二三四五六七八九十百\d]{1,4}[章节条部])[^，。；：]{0,30}$/u;

/** '附件' · '附件1' · '附件：申报表': forms and lists behind the text are not asked about. */
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
      if (!HEADING.test(line))
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

/** '【责任单位：市工信局、市商务局，各县（区）人民政府】' */
const RESPONSIBLE = /[【[（(](?:责任|牵头|配合)单位[：:](?<units>[^】\]]*?)[】\])）]$/u;

/** Every unit stands in the text, and the text names no other. */
function checkResponsible({ policy, fault }: Checked): Problem[] {
  return policy.measures.flatMap(({ number, clause, responsible }) => {
    const path = ['measures', number, 'responsible'];
    const text = squeeze(clause.text);
    const problems = responsible
      .filter((unit) => !text.includes(squeeze(unit)))
      .map((unit) => fault(path, '不在这一条的原文里，请照原文写', unit));
    const named = RESPONSIBLE.exec(text)?.groups?.units;
    if (named === undefined) return problems;
    const rest = responsible
      .toSorted((one, other) => other.length - one.length)
      .reduce((left, unit) => left.replace(squeeze(unit), ''), named)
      .replace(/[、，,；;。等]/gu, '');
    return rest === ''
      ? problems
      : [...problems, fault(path, '是原文写的责任单位，这里漏了或写错了，请补上', rest)];
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
