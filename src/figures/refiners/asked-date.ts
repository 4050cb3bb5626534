import { isAmount } from '../draft.ts';
import { readMomentAt } from '../moments/read-moment.ts';
import type { Refiner } from './refiner.ts';

/** Asked for a day, a bare 15 is the 15th and 7.30 the 30th of July. */
export const askedDate: Refiner = {
  name: 'asked-date',
  refine(drafts, { text, asked, moments }) {
    if (asked !== 'date' || !moments.hasReference) return drafts;
    return drafts.map((draft) => {
      if (!isAmount(draft) || draft.kind !== 'number' || draft.value === undefined) return draft;
      const written = text.slice(draft.start, draft.end);
      const words = written.includes('.') ? `${written.replace('.', '月')}日` : `${written}日`;
      const reading = readMomentAt(words, 0, moments);
      if (!reading || reading.end !== words.length || !reading.state.period) return draft;
      const trace = [...draft.trace, ...reading.trace, 'asked-date'];
      return { kind: 'moment', start: draft.start, end: draft.end, state: reading.state, trace };
    });
  },
};
