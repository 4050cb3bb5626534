/** Days in a document's words, read by the figures room. */
import type { Day } from '../contract/index.ts';
import { readFigures } from '../figures/index.ts';

export interface ReadDay {
  value: Day;
  start: number;
  end: number;
}

/** The first full date of a text: '2022年6月1日', '二〇二四年三月五日', '2024-03-05'. */
export function readDay(text: string): ReadDay | null {
  for (const figure of readFigures(text)) {
    if (figure.kind === 'date' && !figure.assumed?.includes('day'))
      return { value: figure.value, start: figure.start, end: figure.end };
    const moment = figure.kind === 'time' ? /^\d{4}-\d\d-\d\d/u.exec(figure.value ?? '')?.[0] : undefined;
    if (moment) return { value: moment, start: figure.start, end: figure.end };
    if (figure.kind === 'daterange' && figure.from && figure.from === figure.to)
      return { value: figure.from, start: figure.start, end: figure.end };
  }
  return null;
}
