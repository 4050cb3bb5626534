/** A web page → its text: the index table (索引号, 发文字号, 成文日期 …) as 'label：value' lines, the title, the body. */
import { type Cheerio, type CheerioAPI, load } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';
import { UserError } from '../../contract/index.ts';
import { raised } from './raised.ts';
import { type Cell, filledGrid, tableLines } from './table.ts';
import { tableRow } from './table-row.ts';

const BLOCKS = new Set(
  'address article aside blockquote center dd div dl dt fieldset figure form h1 h2 h3 h4 h5 h6 hr li main ol p pre section table tbody tfoot thead title tr ul'.split(
    ' ',
  ),
);
const INDEX_LABEL =
  /^(?:索引号|信息分类|主题分类|公文种类|发文机关|发文机构|发文单位|发布机构|发布单位|制发机关|成文日期|发文日期|印发日期|生成日期|发布日期|发布时间|公开日期|发文字号|发文文号|文号|文件编号|标题|名称|有效性|效力状态|主题词|关键词|公开方式|体裁分类|组配分类|公开范围|生效日期|废止日期|失效日期|统一编号|信息来源|公开类别|时效)[：:]?$/u;
const FOOTER =
  /^(?:.{0,12}(?:版权所有|ICP备|公网安备|网站标识码|主办单位|承办单位|技术支持|网站地图|联系我们)|【?(?:打印|关闭|收藏|返回顶部|字体)|分享到|扫一扫|上一篇|下一篇|相关(?:链接|文档|解读|阅读|附件))/u;

/** Not shown, or struck out. */
const UNREAD_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden|text-decoration[^;]*line-through/iu;

const DEEPEST = 1000;

/** Elements within elements without end: no page is built so, and taking one apart costs the square of its depth. */
function refuseDeep(html: string): void {
  let depth = 0;
  for (const { 1: closing } of html.matchAll(/<(\/?)(?:div|span|table|section|font|ul|b|blockquote)\b/giu)) {
    depth = Math.max(0, depth + (closing ? -1 : 1));
    if (depth > DEEPEST) throw new UserError('这个网页的结构嵌套太深，读不了。请复制正文另存为文本后再试。');
  }
}

export function readHtml(html: string): string {
  refuseDeep(html);
  const $ = load(html);
  $(
    'script,style,noscript,iframe,nav,footer,select,button,input,textarea,svg,template,[hidden],del,s,strike',
  ).remove();
  $('[style]').each((_i, element) => {
    // What hides nearly all of the page is shown by its script later.
    if (
      UNREAD_STYLE.test($(element).attr('style') ?? '') &&
      $(element).text().length < $('body').text().length / 2
    )
      $(element).remove();
  });
  $('sup').each((_i, element) => {
    $(element).replaceWith(raised($(element).text()));
  });
  $('div,ul,ol,p,td').each((_i, element) => {
    if (isNavigation($, $(element))) $(element).remove();
  });
  const title = pageTitle($);
  const main = mainElement($);
  const outside = $('table,dl,ul,div')
    .toArray()
    .filter(
      (element) =>
        isIndex($, element) &&
        !main.is(element) &&
        !main.find(element).length &&
        !$(element).find(main).length,
    );
  const innermost = outside.filter(
    (element) => !outside.some((other) => other !== element && $(element).find(other).length),
  );
  const lines = [...innermost.flatMap((element) => blockLines($, $(element))), ...blockLines($, main)];
  const kept = lines.filter((line) => !FOOTER.test(line.replaceAll(/\s/gu, '')));
  const key = (text: string) => text.replaceAll(/[\s\p{P}]/gu, '');
  if (title && !key(kept.join('')).includes(key(title))) kept.splice(indexLines(kept), 0, title);
  return `${kept.join('\n')}\n`;
}

const indexLines = (lines: string[]): number => {
  const last = lines
    .slice(0, 30)
    .findLastIndex((line) => INDEX_LABEL.test(line.split(/(?<=[：:])/u)[0] ?? ''));
  return last + 1;
};

/** The page's own heading, or what its meta data call the article. */
function pageTitle($: CheerioAPI): string {
  const heading = $('meta[name="ArticleTitle" i]').attr('content') ?? $('h1').first().text();
  return heading.replaceAll(/\s+/gu, ' ').trim();
}

/** A row of short links and nothing else: a menu, the path to the page; not a list of files to download or of further documents. */
function isNavigation($: CheerioAPI, block: Cheerio<Element>): boolean {
  const links = block
    .find('a')
    .toArray()
    .map((link) => $(link).text().trim());
  return (
    links.length >= 3 &&
    plainLength($, block) === 0 &&
    links.every((text) => text.length <= LONGEST_LINK && !/附件|\.(?:docx?|xlsx?|pdf|wps|zip)$/iu.test(text))
  );
}
const LONGEST_LINK = 8;

/** Chinese characters outside links: what an article has and a menu has not. */
function plainLength($: CheerioAPI, element: Cheerio<AnyNode>): number {
  const count = (text: string) => text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const links = element
    .find('a')
    .toArray()
    .reduce((sum, link) => sum + count($(link).text()), 0);
  return count(element.text()) - links;
}

/** The innermost element that still holds most of the page's text. */
function mainElement($: CheerioAPI): Cheerio<Element> {
  let main = $('body') as Cheerio<Element>;
  const whole = plainLength($, main);
  for (;;) {
    const next = main
      .children()
      .toArray()
      .find(
        (child) =>
          plainLength($, $(child)) >= whole * 0.8 && !['table', 'tbody', 'tr', 'p'].includes(child.tagName),
      );
    const cell = next
      ? undefined
      : main
          .find('td')
          .toArray()
          .find((child) => plainLength($, $(child)) >= whole * 0.8);
    const inner = next ?? cell;
    if (!inner || !$(inner).find('p,br,div,table').length) return main;
    main = $(inner) as Cheerio<Element>;
  }
}

/** At least three cells, terms or items that are labels of an index table. */
const isIndex = ($: CheerioAPI, element: Element): boolean => {
  const labels = new Set(
    blockLines($, $(element))
      .flatMap((line) => line.split(/\s{2,}|(?<=[：:])/u))
      .map((cell) => cell.trim())
      .filter((cell) => INDEX_LABEL.test(cell)),
  );
  return labels.size >= 3 && $(element).text().length < 1500;
};

function blockLines($: CheerioAPI, root: Cheerio<Element>): string[] {
  const lines: string[] = [];
  let current = '';
  const flush = () => {
    // The number of a list item waits for its words.
    if (/^\d{1,3}\.$/u.test(current)) return;
    const line = current.replaceAll(/[ \t\r\n\u00a0]+/gu, ' ').trimEnd();
    if (line.trim()) lines.push(line.replace(/^ +/u, ''));
    current = '';
  };
  const visit = (node: AnyNode): void => {
    if (node.type === 'text') current += /^\d{1,3}\.$/u.test(current) ? node.data.trimStart() : node.data;
    if (node.type !== 'tag') return;
    if (node.tagName === 'br') {
      flush();
      return;
    }
    if (node.tagName === 'table') {
      flush();
      lines.push(...tableText($, node));
      return;
    }
    if (node.tagName === 'tr') {
      flush();
      lines.push(...rowLines($, node));
      return;
    }
    const block = BLOCKS.has(node.tagName);
    if (block) flush();
    if (node.tagName === 'li' && node.parent?.type === 'tag' && (node.parent as Element).tagName === 'ol')
      current = listNumber($, node);
    for (const child of node.children) visit(child);
    if (block) flush();
  };
  for (const element of root.toArray()) visit(element);
  flush();
  if (current) lines.push(current);
  return mergeLabels(lines);
}

/** '1.' of an ordered list, unless the item is numbered in its own words. */
function listNumber($: CheerioAPI, item: Element): string {
  if (/^\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]|第)/u.test($(item).text())) return '';
  // '<li value="4">' counts on from 4.
  let number = Number($(item.parent as Element).attr('start') ?? 1) - 1;
  for (const sibling of $(item.parent as Element)
    .children('li')
    .toArray()) {
    const set = Number($(sibling).attr('value'));
    number = Number.isSafeInteger(set) && set > 0 ? set : number + 1;
    if (sibling === item) break;
  }
  return `${number}.`;
}

/** Rows of data together, so that merged cells are filled; rows of an index table or for layout by themselves. */
function tableText($: CheerioAPI, table: Element): string[] {
  const lines: string[] = [];
  let rows: Cell[][] = [];
  const flush = () => {
    lines.push(...tableLines(filledGrid(rows)));
    rows = [];
  };
  for (const child of $(table).children().toArray()) {
    const own = child.tagName === 'tr' ? [child] : $(child).children('tr').toArray();
    if (own.length === 0) lines.push(...blockLines($, $(child)));
    for (const row of own) {
      const cells = dataCells($, row, reachesBelow(rows));
      if (cells) rows.push(cells);
      else {
        flush();
        lines.push(...rowLines($, row));
      }
    }
  }
  flush();
  return lines;
}

/** A cell of the rows so far covers the next one too. */
const reachesBelow = (rows: readonly (readonly Cell[])[]): boolean =>
  rows.some((cells, i) => cells.some((cell) => i + cell.rows > rows.length));

/** The cells of a row that is neither an index table's nor there for the layout of the page; null for those. */
function dataCells($: CheerioAPI, row: Element, isCovered: boolean): Cell[] | null {
  const cells = $(row).children('td,th').toArray();
  const spans = cells.map((cell) => ({
    columns: Math.min(100, Number(cell.attribs.colspan) || 1),
    rows: Math.min(1000, Number(cell.attribs.rowspan) || 1),
  }));
  if (cells.length < 2 && !isCovered && !spans.some(({ rows }) => rows > 1)) return null;
  const texts = cells.map((cell) => blockLines($, $(cell)).join(' ').trim());
  const layout =
    texts.some((text) => text.length > (texts.length > 2 ? 3000 : 600)) ||
    texts.some((text) => INDEX_LABEL.test(text.replaceAll(/\s/gu, '')));
  return layout ? null : texts.map((text, i) => ({ text, ...spans[i]! }));
}

/** A row of an index table is label：value pairs; a row of another table is its cells in one line; a row for layout keeps its lines. */
function rowLines($: CheerioAPI, row: Element): string[] {
  const cells = $(row).children('td,th').toArray();
  const texts = cells.map((cell) => blockLines($, $(cell)));
  if (cells.length === 1 || texts.some((lines) => lines.join('').length > 600)) return texts.flat();
  const flat = texts.map((lines) => lines.join(' ').trim());
  if (!flat.some((cell) => INDEX_LABEL.test(cell.replaceAll(/\s/gu, ''))))
    return flat.some(Boolean) ? [tableRow(flat)] : [];
  const pairs: string[] = [];
  for (let i = 0; i < flat.length; i++) {
    const label = flat[i]!.replaceAll(/\s/gu, '').replace(/[：:]$/u, '');
    if (INDEX_LABEL.test(label)) pairs.push(`${label}：${flat[++i] ?? ''}`);
    else if (flat[i]) pairs.push(flat[i]!);
  }
  return pairs;
}

/** A label on a line of its own (dt, li > span) takes the next line as its value. */
function mergeLabels(lines: string[]): string[] {
  const merged: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const label = lines[i]!.replaceAll(/\s/gu, '');
    const next = lines[i + 1];
    if (
      INDEX_LABEL.test(label) &&
      next !== undefined &&
      !INDEX_LABEL.test(next.replaceAll(/\s/gu, '').split(/(?<=[：:])/u)[0]!)
    ) {
      merged.push(`${label.replace(/[：:]$/u, '')}：${next.trim()}`);
      i++;
    } else merged.push(lines[i]!);
  }
  return merged;
}
