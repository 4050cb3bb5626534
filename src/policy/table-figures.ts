/** Figures of a table whose unit stands above them: '奖励金额（万元）' over 30 is 30万元. */
import { type Figure, readFigures } from '../figures/index.ts';
import { bareText } from './printed-text.ts';

/** '（万元）' · '（元/立方米）' · '单位：万元' */
const UNIT = /[（(](?:单位[:：])?(?<unit>[^（）()\d]{1,12})[）)]/u;
const BARE_NUMBER = /\d(?:[\d,.]*\d)?/gu;
const SAYS_NO_UNIT =
  /^[^\p{Script=Han}%％‰]*(?:(?:以上|以下|以内|及|含|不含|不|超过|低于|少于|足|至|到|满|大于|小于|高于|等于|[（）()])[^\p{Script=Han}%％‰]*)*$/u;

/** '元/立方米' parts into what is paid and for each of what. */
export function unitAbove(header: string): { unit: string; per: string | null } | null {
  const written = UNIT.exec(header)?.groups?.unit?.trim();
  if (written === undefined) return null;
  const [unit = '', per = null] = written.split(/[/／]/u);
  return { unit, per };
}

/** The cell with the unit that stands above it written behind each of its numbers; as it is where it has one of its own. */
export function withUnitAbove(cell: string, header: string): string {
  const above = unitAbove(header);
  if (!above || !SAYS_NO_UNIT.test(cell)) return cell;
  return cell.replace(BARE_NUMBER, (number) => `${number}${above.unit}`);
}

/** 最高补助, 限额（万元） over sums: the most that is given. */
export const saysMost = (header: string): boolean => /最高|上限|限额|封顶/u.test(header);

/** The figure that a cell is; null where it says more than one, or something beside it. */
export function figureOfCell(cell: string, header: string): Figure | null {
  const text = withUnitAbove(cell.replace(/[\s,，]/gu, ''), header);
  const [figure, ...others] = readFigures(text);
  const whole = figure && figure.start === 0 && figure.end === text.length;
  return whole && others.length === 0 ? figure : null;
}

/** 40万元 under 单个项目最高补助 states a limit, as 最高40万元 does in a sentence. */
function bounded(figure: Figure, header: string): Figure {
  if (figure.kind !== 'money' || figure.value === undefined || !saysMost(header)) return figure;
  const { value, ...rest } = figure;
  return { ...rest, max: value };
}

/** The figures of the cells in a quote of several lines, placed in its text without blanks. */
export function figuresOfTable(quote: string): Figure[] {
  if (!quote.includes('|') || !quote.includes('\n')) return [];
  const { at } = bareText(quote);
  let header: string[] = [];
  let from = 0;
  const found: Figure[] = [];
  for (const line of quote.split('\n')) {
    const cells = line.replace(/^\s*\||\|\s*$/gu, '').split('|');
    if (cells.length < 2) header = [];
    else if (header.length !== cells.length) header = cells;
    else
      for (const [i, cell] of cells.entries()) {
        const figure = figureOfCell(cell.trim(), header[i]!);
        const start = line.indexOf(cell, cells.slice(0, i).join('|').length);
        const place = at.indexOf(from + start + (cell.length - cell.trimStart().length));
        if (!figure || place < 0) continue;
        found.push({ ...bounded(figure, header[i]!), start: place, end: place + cell.trim().length });
      }
    from += line.length + 1;
  }
  return found;
}
