/** 结果单: what an enterprise told and what comes of it, to be printed or handed on. Nothing on it can be changed. */
import { html } from 'hono/html';
import type { Day } from '../../../src/contract/index.ts';
import type { Result } from '../../../src/eligibility/index.ts';
import type { Fact } from '../../../src/facts/index.ts';
import { formatFullDay } from '../../../src/figures/index.ts';
import { checkWords, sheetPageWords as words } from '../../../src/words/index.ts';
import { type Group, resultHtml } from './check.ts';
import { type Frame, layout, type Piece } from './layout.ts';

export interface SheetView {
  facts: ReadonlyMap<string, Fact>;
  /** What was told, a line a fact. */
  profile: readonly string[];
  groups: ReadonlyMap<Group, Result[]>;
  today: Day;
  /** Whose it is looks at it. */
  isOwn: boolean;
}

const SHOWN: readonly Group[] = ['eligible', 'near', 'unknown'];
/** What may fit, of which there is much for who has told little. */
const MOST = 20;

export function sheetPage(frame: Frame, { facts, profile, groups, today, isOwn }: SheetView): Piece {
  return layout(frame, {
    title: words.title,
    current: null,
    body: html`<main id="main" class="page sheet">
<h1>${words.title} <small class="muted">${formatFullDay(today)}</small></h1>
${isOwn ? '' : html`<p class="muted">${words.shared}</p>`}
<section class="panel"><h2>${words.told}</h2><p class="profile">${profile.length === 0 ? words.notTold : profile.join('、')}</p></section>
${SHOWN.map((group) => {
  const results = (groups.get(group) ?? []).slice(0, MOST);
  return results.length === 0
    ? ''
    : html`<section><h2>${checkWords.groups[group]}（${String(results.length)}）</h2><ul class="cards">${results.map((result) => resultHtml(result, facts, today))}</ul></section>`;
})}
<p class="muted">${words.made(formatFullDay(today))}</p>
</main>`,
  });
}

export const sheetGonePage = (frame: Frame): Piece =>
  layout(frame, {
    title: words.title,
    current: null,
    body: html`<main id="main" class="page"><h1>${words.title}</h1><p>${words.gone}</p></main>`,
  });
