import { expect } from 'vitest';
import { type Figure, type ReadOptions, readFigures } from '../../src/figures/index.ts';

/** Wednesday, 2 p.m.: the day every test asks on unless it names another. */
export const REF = '2022-06-15T14:00:00';

/** The only figure of a text. */
export function onlyFigure(text: string, options: ReadOptions = { ref: REF }): Figure {
  const figures = readFigures(text, options);
  expect(figures, text).toHaveLength(1);
  return figures[0]!;
}

/** A figure in short: 'count >1000 人', 'daterange …2022-06-30', 'percent 0.1 ratio'. */
export function inShort(figure: Figure): string {
  const unit = 'unit' in figure ? ` ${figure.unit}` : '';
  if (figure.kind === 'date') return `date ${figure.value}`;
  if (figure.kind === 'daterange' || figure.kind === 'time') {
    const value = figure.kind === 'time' ? figure.value : undefined;
    return `${figure.kind} ${value ?? `${figure.from ?? ''}…${figure.to ?? ''}`}`;
  }
  if (figure.value !== undefined) return `${figure.kind} ${figure.value}${unit}`;
  const low = figure.min === undefined ? '' : `${figure.minExclusive ? '>' : '≥'}${figure.min}`;
  const high = figure.max === undefined ? '' : `${figure.maxExclusive ? '<' : '≤'}${figure.max}`;
  return `${figure.kind} ${low}${high}${unit}`;
}

/** All figures of a text in short, each with the words it was read from. */
export const read = (text: string, options: ReadOptions = { ref: REF }): string[] =>
  readFigures(text, options).map((figure) => `${figure.text} = ${inShort(figure)}`);
