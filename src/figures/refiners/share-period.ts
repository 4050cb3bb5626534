import { type Draft, isAmount, isMoment, type MomentDraft } from '../draft.ts';
import { readMomentAt } from '../moments/read-moment.ts';
import { between, type Refiner, type Scene } from './refiner.ts';

const LIST = /^ ?(?:[、,，]|和|及|以及|与|或) ?$/u;
const FIRST_UNIT = /^(?:\d{1,4}|[一二三四五六七八九十〇零]{1,4}) ?(?<unit>年|月份?|[日号])/u;

/** 7、8月; 2021、2022年; 5、6、7日: year, month or day said once, at the end of a list. */
export const sharePeriod: Refiner = {
  name: 'share-period',
  refine(drafts, scene) {
    // The unit of the moment behind, as far as the list goes: 5、6、7日.
    let unit: string | undefined;
    for (let index = drafts.length - 2; index >= 0; index--) {
      const number = drafts[index]!;
      const moment = drafts[index + 1];
      const listed =
        isAmount(number) &&
        number.kind === 'number' &&
        isMoment(moment) &&
        LIST.test(between(scene.text, number, moment));
      if (!listed) {
        unit = undefined;
        continue;
      }
      const { unit: said } = FIRST_UNIT.exec(scene.text.slice(moment.start, moment.end))?.groups ?? {};
      unit = said ?? unit;
      if (unit) shareInto(drafts, index, unit, scene);
    }
    return drafts;
  },
};

/** The number becomes a moment of its own; 2022年7、8月: the year directly before it holds for both. */
function shareInto(drafts: Draft[], index: number, unit: string, { text, moments }: Scene): void {
  const number = drafts[index]!;
  const before = drafts[index - 1];
  const year =
    isMoment(before) && before.end === number.start && before.state.period?.grain === 'year' ? before : null;
  const base = year?.state.period?.from ?? moments.base;
  const read = (words: string) => {
    const reading = readMomentAt(words, 0, { ...moments, base });
    return reading && reading.end === words.length ? reading : null;
  };
  const first = read(`${text.slice(number.start, number.end)}${unit}`);
  if (!first) return;
  const known = year?.state.assumed.length === 0;
  const state = known ? { ...first.state, assumed: [] } : first.state;
  drafts[index] = {
    kind: 'moment',
    start: number.start,
    end: number.end,
    state,
    trace: [...first.trace, 'share-period'],
  };
  const next = drafts[index + 1] as MomentDraft;
  const again = year ? read(text.slice(next.start, next.end)) : null;
  if (again) next.state = known ? { ...again.state, assumed: [] } : again.state;
  if (year) {
    drafts[index]!.start = year.start;
    drafts[index - 1] = { kind: 'nothing', start: year.start, end: year.start, trace: ['share-period'] };
  }
}
