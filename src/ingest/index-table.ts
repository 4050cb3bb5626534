/** The index table above a document on a web page: its number, who issued it, its days, its title. */
import type { Paragraph } from './paragraphs.ts';
import { type Stretch, sliceStretch } from './stretch.ts';

/** Rows of the table: '发文字号：…', also with the value on the next line. */
type IndexField = 'number' | 'issuer' | 'issued' | 'published' | 'from' | 'until' | 'title';
const INDEX_LABELS: readonly { field: IndexField; label: RegExp }[] = [
  { field: 'number', label: /^(?:发文字号|发文文号|文件编号|文号|文件号)[：:|]?/u },
  { field: 'issuer', label: /^(?:发文机关|发文机构|发文单位|发布机构|发布单位|制发机关|制定机关)[：:|]?/u },
  { field: 'issued', label: /^(?:成文日期|发文日期|印发日期|制发日期|生成日期|公文日期)[：:|]?/u },
  { field: 'published', label: /^(?:发布日期|发布时间|公开日期|公布日期)[：:|]?/u },
  { field: 'from', label: /^(?:实施日期|施行日期|生效日期)[：:|]/u },
  { field: 'until', label: /^(?:失效日期|废止日期|有效期至)[：:|]/u },
  { field: 'title', label: /^(?:标题|文件名称|名称)[：:|]/u },
];
const ANY_LABEL =
  /(?:索引号|信息分类|主题分类|公文种类|发文机关|发文机构|发文单位|发布机构|发布单位|成文日期|发文日期|印发日期|生成日期|发布日期|发布时间|公开日期|发文字号|发文文号|文号|文件编号|标题|名称|有效性|效力状态|主题词|关键词|公开方式|来源|浏览次数|字体|体裁分类|组配分类|公开范围|实施日期|施行日期|生效日期|废止日期|失效日期|有效期至|责任编辑|统一编号)[：:|]/gu;

export type IndexTable = Partial<Record<IndexField, Stretch>>;

export function readIndexTable(paragraphs: readonly Paragraph[], to: number): IndexTable {
  const table: IndexTable = {};
  for (let i = 0; i < to; i++) {
    for (const cell of cells(paragraphs[i]!.stretch)) {
      const row = INDEX_LABELS.find(({ label }) => label.test(cell.text));
      if (!row) continue;
      const after = row.label.exec(cell.text)![0].length;
      const value = trimCell(sliceStretch(cell, after));
      const next = paragraphs[i + 1]?.stretch;
      const labelled =
        /[：:|]$/u.test(row.label.exec(cell.text)![0]) || cell.gaps.has(after) || after === cell.text.length;
      if (!labelled) continue;
      if (value.text) table[row.field] ??= value;
      else if (next && !isLabelled(next.text)) table[row.field] ??= next;
    }
  }
  return table;
}

/** A row may hold several labels: '索引号：…　发文字号：…'. */
function cells(row: Stretch): Stretch[] {
  const cuts = [0, ...[...row.text.matchAll(ANY_LABEL)].map(({ index }) => index), row.text.length];
  return cuts
    .slice(1)
    .map((end, i) => sliceStretch(row, cuts[i]!, end))
    .filter(({ text }) => text);
}

/** '分类:', '来源：…' below a label without a value is a row of its own. */
const isLabelled = (text: string): boolean => /^\p{Script=Han}{2,10}[：:|]/u.test(text);

const trimCell = (cell: Stretch): Stretch => {
  const lead = /^[|：:]*/u.exec(cell.text)![0].length;
  const trail = /[|]*$/u.exec(cell.text)![0].length;
  return sliceStretch(cell, lead, Math.max(lead, cell.text.length - trail));
};
