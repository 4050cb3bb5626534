/** Which numbered items are measures: what a contact can ask about. */

import { CLOSING } from './closing.ts';
import { isCall } from './document-form.ts';
import { allItems, type Item } from './outline.ts';
import type { Paragraph } from './paragraphs.ts';
import { isQuestion } from './questions.ts';

/** Sections about the document itself; they grant nothing. */
const GENERAL =
  /^(?:总体(?:要求|思路|目标)|指导思想|基本原则|工作原则|(?:工作|主要|发展|行动)目标|目标任务|工作思路|附则|总体要求(?:和|及|与).{2,8})$/u;
/** What the items under a measure are called when they describe it: 支持对象, 奖励标准, 申报材料 … */
const FACET =
  /^(?:(?:支持|申报|奖励|补助|补贴|扶持|申请|资助|认定|适用|办理|兑现|享受|政策|服务|评选|受理|审核|资金|项目|推荐|基本|具体|遴选|工作)?(?:对象|条件|标准|材料|流程|程序|方式|时限|时间|依据|内容|范围|要求|方法|渠道|额度|金额|比例|期限|原则|重点|方向|类别|主体|步骤|形式)|责任(?:单位|部门)|牵头(?:单位|部门)|联系(?:人|方式|电话)|名词解释|注意事项|其他(?:事项|要求)?)(?:[及和与、].{2,8})?$/u;

export interface Selection {
  measures: Item[];
  chapters: Item[];
}

export function selectMeasures(
  roots: readonly Item[],
  paragraphs: readonly Paragraph[],
  title: string,
): Selection {
  const items = [...allItems(roots)];
  const articles = items.filter(({ ordinal }) => ordinal.kind === 'article');
  if (articles.length >= 3) return byArticle(items, articles);
  const top = mainRoots(roots);
  const continuing = continuingLevels(roots);
  if (isCall(title)) return selectOfCall(sections(top), paragraphs);
  if (isOfQuestions(top) || (continuing.size === 0 && isOfAspects(top)))
    return { measures: sections(top), chapters: [] };
  const kept = top.filter((item) => !isGeneral(item, top));
  const dividing = kept.filter((item) => splits(item, paragraphs, continuing));
  // A few sections with lists among many without are sections like them.
  const hold =
    sizeOf(dividing, paragraphs) >= sizeOf(kept, paragraphs) * LEAST_DIVIDED &&
    dividing.reduce((sum, { children }) => sum + children.length, 0) >= kept.length - dividing.length;
  const found = kept.flatMap((item) =>
    hold && dividing.includes(item) ? divide(item, paragraphs, continuing) : [item],
  );
  // A chapter among others with items, whose only text is about the document, belongs to its closing.
  const measures = found.filter(
    (item) => item.parent || found.every(({ parent }) => !parent) || !isClosing(item, paragraphs),
  );
  const holding = new Set(measures);
  const chapters = top.filter((item) => !holding.has(item));
  return chapters.length === top.length || measures.some(({ parent }) => parent)
    ? { measures, chapters }
    : { measures, chapters: chapters.filter(({ children }) => children.length) };
}

/** A call has its sections for measures; one that lists grants, each under a name of its own, is a chapter of them. */
function selectOfCall(sections: readonly Item[], paragraphs: readonly Paragraph[]): Selection {
  const listing = sections.filter(({ children }) => areGrants(children, paragraphs));
  return {
    measures: sections.flatMap((section) => (listing.includes(section) ? section.children : [section])),
    chapters: listing,
  };
}

/** 按投资额的8%给予补助 · 每家奖励5万元 */
const GRANT =
  /(?:给予|奖励|补助|补贴|资助|贴息|奖补)[^。；]{0,40}?\d[\d,.]*(?:个百分点|[%％‰]|[百千万亿]*元)|\d[\d,.]*(?:个百分点|[%％‰]|[百千万亿]*元)[^。；]{0,24}?(?:给予|奖励|补助|补贴|资助|贴息|奖补)/u;
const FEWEST_GRANTS = 2;

/** Each has a name over its provisions, and most give something. 首次入规：20万元 is a line of one measure's list. */
function areGrants(items: readonly Item[], paragraphs: readonly Paragraph[]): boolean {
  const named = items.every(
    (item) => item.title.isHeading && !FACET.test(item.title.text) && hasProvisions(item, paragraphs),
  );
  const giving = items.filter(({ from, to }) =>
    paragraphs.slice(from, to).some(({ stretch }) => GRANT.test(stretch.text)),
  ).length;
  return named && giving >= FEWEST_GRANTS && giving >= items.length * 0.6;
}

/** They stand below the name, or behind it as sentences of their own. */
const hasProvisions = (item: Item, paragraphs: readonly Paragraph[]): boolean =>
  carriesText(item, paragraphs) &&
  (item.title.ownLine || paragraphs[item.from]!.stretch.text[item.title.end] === '。');

/** The aspects of one grant or one activity: 补贴对象, 申请程序, 资金安排与管理, 监督管理, 其他. */
const ASPECT =
  /(?:对象|条件|标准|材料|资料|流程|程序|步骤|方式|方法|渠道|形式|时限|时间|期限|依据|内容|范围|要求|额度|金额|价格|原则|主体|监督|管理|分工|职责|安排|衔接|拨付|兑付|公示|地点|事项|说明|附则|其[他它]|申报|申领|审核|受理|机制)[。]?$/u;

/** Most sections are aspects of one thing, so that each of them is what one can ask about, and their sub-items are not. */
function isOfAspects(top: readonly Item[]): boolean {
  const sections = top.filter((item) => !isGeneral(item, top));
  const aspects = sections.filter(({ title: { text } }) => text.length <= 16 && ASPECT.test(text));
  return sections.length >= 3 && aspects.length >= sections.length * 0.5;
}

/** Questions with their answers: each is what one can ask about, whatever lists stand in it. */
const isOfQuestions = (top: readonly Item[]): boolean =>
  top.length >= 2 && top.filter(({ title: { text } }) => isQuestion(text)).length >= top.length * 0.6;

/** Chapters hold at least this share of the text that is not about the document itself. */
const LEAST_DIVIDED = 0.25;

const sizeOf = (items: readonly Item[], paragraphs: readonly Paragraph[]): number =>
  items.reduce((sum, { from, to }) => {
    let length = 0;
    for (let i = from; i < to; i++) length += paragraphs[i]!.stretch.text.length;
    return sum + length;
  }, 0);

function byArticle(items: Item[], articles: Item[]): Selection {
  const chapters = items.filter((item) => item.children.some((child) => articles.includes(child)));
  const outer = chapters.filter((item) => !item.parent || !chapters.includes(item.parent));
  const named = items.filter(({ ordinal, parent }) => ordinal.kind === 'chapter' && !parent);
  return { measures: articles, chapters: named.length ? named : outer };
}

/** The parts (第一部分 …) of a guide hold the sections. */
const sections = (top: readonly Item[]): Item[] =>
  top.flatMap((item) =>
    ['part', 'chapter'].includes(item.ordinal.kind) && item.children.length > 1 ? item.children : [item],
  );

/** The items of the outermost kind; a stray list before them is not counted. */
function mainRoots(roots: readonly Item[]): Item[] {
  const sizes = new Map<string, number>();
  const weight = (item: Item): number => 1 + item.children.reduce((sum, child) => sum + weight(child), 0);
  for (const root of roots) sizes.set(root.ordinal.kind, (sizes.get(root.ordinal.kind) ?? 0) + weight(root));
  const main = [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0];
  return roots.filter(({ ordinal }) => ordinal.kind === main);
}

const isClosing = (item: Item, paragraphs: readonly Paragraph[]): boolean => {
  const text = paragraphs[item.from + 1]?.stretch.text ?? '';
  return item.title.ownLine && CLOSING.test(text) && /有效期|执行期|施行|起实施|起执行|解释|废止/u.test(text);
};

const isGeneral = (item: Item, siblings: readonly Item[]): boolean =>
  GENERAL.test(item.title.text.replace(/[。.]$/u, '')) && siblings.length > 1;

/** The items of a section that are measures: its sub-items, or theirs where most of them are divided in their turn. */
function divide(item: Item, paragraphs: readonly Paragraph[], continuing: ReadonlySet<string>): Item[] {
  const kept = item.children.filter((child) => !isGeneral(child, item.children));
  const dividing = kept.filter((child) => child.children.length > 0 && splits(child, paragraphs, continuing));
  // One that is divided among siblings that are not: its list belongs to it.
  if (dividing.length < kept.length / 2) return kept;
  return kept.flatMap((child) =>
    dividing.includes(child) ? divide(child, paragraphs, continuing) : [child],
  );
}

/** The sub-items are measures of their own: titled, or numbered on over the chapters; not the aspects or the list of one measure. */
function splits(item: Item, paragraphs: readonly Paragraph[], continuing: ReadonlySet<string>): boolean {
  const { children } = item;
  if (children.length === 0) return false;
  if (children.some((child) => child.children.length && splits(child, paragraphs, continuing))) return true;
  const facets = children.filter(({ title }) => FACET.test(title.text)).length;
  if (facets >= children.length * 0.5) return false;
  if (continuing.has(levelOf(children[0]!))) return true;
  // A sentence that introduces a list (…给予以下奖励：) belongs with it.
  if (/[：:]$/u.test(paragraphs[children[0]!.from - 1]?.stretch.text ?? '') && !item.title.ownLine)
    return false;
  if (!item.title.ownLine && !item.title.isHeading) return false;
  const titled = children.filter((child) => child.title.isHeading && carriesText(child, paragraphs)).length;
  return titled >= children.length * 0.6;
}

/** There is more than the title. */
const carriesText = (item: Item, paragraphs: readonly Paragraph[]): boolean =>
  item.children.length > 0 ||
  item.to - item.from > 1 ||
  paragraphs[item.from]!.stretch.text.length > item.title.end + 6;

const levelOf = (item: Item): string => {
  let path: string = item.ordinal.kind;
  for (let up = item.parent; up; up = up.parent) path = `${up.ordinal.kind}/${path}`;
  return path;
};

/** Levels whose numbering goes on from one chapter to the next: (一)(二) under 一, (三)(四) under 二. */
function continuingLevels(roots: readonly Item[]): Set<string> {
  const last = new Map<string, { value: number; parent: Item | null }>();
  const went = new Map<string, { on: number; restarted: number }>();
  for (const item of allItems(roots)) {
    const level = levelOf(item);
    const before = last.get(level);
    if (before && before.parent !== item.parent) {
      const count = went.get(level) ?? { on: 0, restarted: 0 };
      if (item.ordinal.value > before.value) count.on++;
      else count.restarted++;
      went.set(level, count);
    }
    last.set(level, { value: item.ordinal.value, parent: item.parent });
  }
  return new Set([...went].filter(([, { on, restarted }]) => on > restarted).map(([level]) => level));
}
