/** 统计: charts with their tables. */
import { html } from 'hono/html';
import type { Figures, Reach } from '../../src/service/index.ts';
import { questionWords } from '../words/questions.ts';
import { figureWords as words } from '../words/today.ts';
import { barChart } from './chart.ts';
import { type Frame, layout, type Piece } from './layout.ts';

/** What enterprises can get, by measure; the table is what the csv holds. */
export const reachPage = (
  frame: Frame,
  { reach, titleOf }: { reach: Reach; titleOf: (about: string) => string },
): Piece =>
  layout(frame, {
    title: words.reach,
    body: html`<p class="muted">${words.reachHint(reach.enterprises)}</p><p><a class="button" href="/office/figures/reach.csv">${words.csv}</a></p>
<div class="scroll" tabindex="0" role="region" aria-label="${words.reach}"><table><thead><tr><th scope="col">${words.measure}</th><th scope="col" class="number">${words.fits}</th><th scope="col" class="number">${words.yuan}</th><th scope="col" class="number">${words.near}</th><th scope="col" class="number">${words.lacking}</th></tr></thead><tbody>${reach.measures.map(
      ({ about, fits, yuan, near, lacking }) =>
        html`<tr><th scope="row">${titleOf(about)} <span class="muted">${about}</span></th><td class="number">${fits}</td><td class="number">${yuan.toLocaleString('zh-CN')}</td><td class="number">${near}</td><td class="number">${lacking}</td></tr>`,
    )}</tbody></table></div>${barChart(
      words.yuan,
      reach.measures
        .filter(({ yuan }) => yuan > 0)
        .slice(0, MOST_BARS)
        .map(({ about, yuan }) => ({ name: titleOf(about), count: yuan })),
    )}`,
  });

const MOST_BARS = 15;

/** Each chart with its title, names in Chinese. */
export function chartsOf(figures: Figures, titleOf: (about: string) => string) {
  const outcomes: Readonly<Record<string, string>> = questionWords.outcomes;
  const named = (counts: Figures['outcomes'], nameOf: (name: string) => string) =>
    counts.map(({ name, count }) => ({ name: nameOf(name), count }));
  return [
    { title: words.outcomes, counts: named(figures.outcomes, (name) => outcomes[name] ?? name) },
    { title: words.path, counts: named(figures.path, (name) => words.steps[name] ?? name) },
    { title: words.measures, counts: named(figures.measures, titleOf) },
    { title: words.weeks, counts: figures.weeks },
    { title: words.channels, counts: figures.channels },
    { title: words.places, counts: figures.places },
  ];
}

export const figuresPage = (
  frame: Frame,
  { figures, days, titleOf }: { figures: Figures; days: number; titleOf: (about: string) => string },
): Piece =>
  layout(frame, {
    title: words.title,
    body: html`<form class="filter" action="/office/figures"><label>${words.days}<input name="days" type="number" min="1" max="3650" value="${days}"></label><button>${words.show}</button><a class="button" href="/office/figures.csv?days=${days}">${words.csv}</a><a class="button" href="/office/figures/reach">${words.reach}</a></form>
<div class="tiles"><div class="tile"><b>${figures.total}</b>${words.total}</div><div class="tile"><b>${figures.contacts}</b>${words.contacts}</div><div class="tile"><b>${figures.feedback.good}</b>${words.good}</div><div class="tile"><b>${figures.feedback.bad}</b>${words.bad}</div></div>
${chartsOf(figures, titleOf).map(({ title, counts }) => barChart(title, counts))}`,
  });
