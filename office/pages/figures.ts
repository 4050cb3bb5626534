/** 统计: charts with their tables. */
import { html } from 'hono/html';
import type { Figures } from '../../src/service/index.ts';
import { questionWords } from '../words/questions.ts';
import { figureWords as words } from '../words/today.ts';
import { barChart } from './chart.ts';
import { type Frame, layout, type Piece } from './layout.ts';

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
    body: html`<form class="filter" action="/office/figures"><label>${words.days}<input name="days" type="number" min="1" max="3650" value="${days}"></label><button>${words.show}</button><a class="button" href="/office/figures.csv?days=${days}">${words.csv}</a></form>
<div class="tiles"><div class="tile"><b>${figures.total}</b>${words.total}</div><div class="tile"><b>${figures.contacts}</b>${words.contacts}</div><div class="tile"><b>${figures.feedback.good}</b>${words.good}</div><div class="tile"><b>${figures.feedback.bad}</b>${words.bad}</div></div>
${chartsOf(figures, titleOf).map(({ title, counts }) => barChart(title, counts))}`,
  });
