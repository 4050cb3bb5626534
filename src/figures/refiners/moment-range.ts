import { addDays, addYears } from '../../contract/index.ts';
import { isMoment, type MomentDraft } from '../draft.ts';
import type { State } from '../moments/moment.ts';
import { readMomentAt } from '../moments/read-moment.ts';
import { between, type Refiner, type Scene } from './refiner.ts';

const JOINT =
  /^ ?(?:起|开始)?(?:[,，]? ?)(?:(?<plain>[-—–~]{1,3}|至|到|直到|直至|截至|截止到|起至|起到)|和|与|及|、) ?$/u;
const AROUND = /^ ?(?:期间|之间|间(?!隔|接)|止|为止|截止)/u;
const UNTIL_NOW = /^(?:起|开始)? ?[-—–~]{0,2}(?:至今|到现在|到目前|至目前|到今天)/u;
const DAY_SECONDS = 86_400;

/** 从…到…: the second end takes year, month and part of the day from the first. */
export const momentRange: Refiner = {
  name: 'moment-range',
  refine(drafts, scene) {
    const { text, moments } = scene;
    const out: typeof drafts = [];
    for (const draft of drafts) {
      const last = out.at(-1);
      if (last && isMoment(last) && isMoment(draft) && !last.until) {
        const joint = JOINT.exec(between(text, last, draft));
        const around = AROUND.exec(text.slice(draft.end, draft.end + 3))?.[0] ?? '';
        if (joint && (joint.groups!.plain || (around && /间/u.test(around)))) {
          const until = endOf(last, draft, scene);
          if (until) {
            last.until = until;
            last.end = draft.end + around.length;
            last.trace = [...last.trace, ...draft.trace, 'moment-range'];
            continue;
          }
        }
      }
      out.push(draft);
    }
    for (const draft of out) {
      if (!isMoment(draft) || draft.until) continue;
      const now = moments.hasReference ? UNTIL_NOW.exec(text.slice(draft.end, draft.end + 8)) : null;
      if (!now) continue;
      draft.until = {
        period: { from: moments.reference.day, to: moments.reference.day, grain: 'day' },
        assumed: [],
        reference: moments.reference,
        base: moments.base,
      };
      draft.end += now[0].length;
    }
    return out;
  },
};

/** The second end, read again with the first one's day as its base. */
function endOf(first: MomentDraft, second: MomentDraft, { text, moments }: Scene): State | null {
  const start = first.state;
  const base = start.since ?? start.period?.from ?? moments.base;
  const again = readMomentAt(text, second.start, { ...moments, base });
  if (!again || again.end !== second.end) return null;
  const state = again.state;
  // What the first said need not be assumed for the second.
  if (start.assumed.length === 0 && !state.assumed.includes('reference')) state.assumed = [];
  if (start.clock && state.clock) return clockEnd(start, state);
  if (start.clock || state.clock) return start.clock && !state.clock ? null : state;
  const from = start.period!.from;
  if (state.period!.to < from) {
    if (!second.state.assumed.includes('year')) return null;
    state.period = {
      ...state.period!,
      from: addYears(state.period!.from, 1),
      to: addYears(state.period!.to, 1),
    };
  }
  return state;
}

/** 下午1点到3点, 晚上10点到2点, 今早10点到明早10点. */
function clockEnd(start: State, end: State): State {
  if (!end.period) {
    if (!end.daypart && start.daypart && !(end.clock!.sure && end.clock!.from > start.clock!.from)) {
      const later = end.clock!.from + DAY_SECONDS / 2;
      if (end.clock!.from < start.clock!.from && later > start.clock!.from && later < DAY_SECONDS)
        end.clock!.from = later;
    }
    if (start.period) end.period = { ...start.period };
    if (end.clock!.from <= start.clock!.from) {
      if (
        !end.clock!.sure &&
        !start.daypart &&
        end.clock!.from + DAY_SECONDS / 2 > start.clock!.from &&
        end.clock!.from === start.clock!.from
      )
        end.clock!.from += DAY_SECONDS / 2;
      else if (end.period)
        end.period = { from: addDays(end.period.from, 1), to: addDays(end.period.to, 1), grain: 'day' };
    }
  } else if (!start.period && end.period) {
    start.period = { from: start.reference.day, to: start.reference.day, grain: 'day' };
    start.assumed = [...start.assumed, 'day'];
  }
  return end;
}
