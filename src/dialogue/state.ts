/** What is remembered of a conversation between two turns. Plain data: it is stored as JSON and survives restarts. */
import type { FactValue, Known, Profile, Thing } from '../contract/index.ts';
import type { Focus } from '../retrieval/index.ts';

/** A guided check of one measure. */
export interface Thread {
  measure: string;
  /** Which of the measure's benefits was asked about, by name; null while nothing tells. */
  benefit: string | null;
  /** Facts that the contact said he does not know, in this thread. */
  notKnown: string[];
  /** Topics asked in a row: never more than three. */
  topicsAsked: number;
}

/** What 上一步 goes back to: the facts as they were, and what was talked about. */
export interface Step {
  facts: Profile;
  /** What stood beside them. */
  beside?: readonly Thing[];
  about: string | null;
  thread: Thread | null;
}

/** A change of what stands here is a new `format`: only then are states that were stored before told apart. */
export interface State {
  format: typeof FORMAT;
  /** Measure id or document number in focus. */
  about: string | null;
  /** Measures spoken of, newest first. */
  recent: string[];
  thread: Thread | null;
  /** A thread left for a side question: 继续 goes back to it. */
  left: Thread | null;
  /** Facts asked for in the last reply. */
  asked: string[];
  /** Values heard, not sure enough to keep, newest last: asked back where they are wanted, and 是 makes them facts. */
  heard: Record<string, FactValue>;
  options: { id: string; label: string }[];
  /** Ids of the last list that was shown, for 第二个 some turns later. */
  menu: string[];
  /** Measures that the last search found beyond the one shown: 换一个 walks through them. */
  others: string[];
  trail: Step[];
  /** Documents whose expiry was already said in this topic. */
  expirySaid: string[];
  /** Supporting lines (clause, last day, reading) said of a verdict: once is enough while measure and verdict stay. */
  said: { measure: string; verdict: string; lines: string[] } | null;
  lastQuestion: string | null;
  /** The question with which the talk came to what is in hand. */
  opened: string | null;
  /** What was asked of the last measure (deadline, department …): 这个呢 asks the same of another. */
  lastFocus: Focus | null;
  /** A sentence that the last message left open. */
  piece: string | null;
  /** What was done last, for 取消. */
  lastAct: 'reminder-set' | null;
  /** What the next yes or no answers. */
  confirm: 'forget' | 'ticket' | 'ticket-words' | 'check' | null;
  /** A policy check-up (政策体检) is going on: topics already asked. */
  /** A check-up was made: its list can be shown again. */
  checkedUp: boolean;
  checkup: { topicsAsked: string[]; notKnown: string[]; listed: string } | null;
  /** The other firm that is spoken of, by its name; null while it is the speaker's own. */
  firm: string | null;
  /** Other firms of this talk, each with what was said of it, the last told last. */
  firms: { name: string; facts: Profile }[];
}

const FORMAT = 4;

export const freshState: State = {
  format: FORMAT,
  about: null,
  recent: [],
  thread: null,
  left: null,
  asked: [],
  heard: {},
  options: [],
  menu: [],
  others: [],
  trail: [],
  expirySaid: [],
  said: null,
  lastQuestion: null,
  opened: null,
  lastFocus: null,
  piece: null,
  lastAct: null,
  confirm: null,
  checkedUp: false,
  checkup: null,
  firm: null,
  firms: [],
};

/** A state that cannot be read (an older format) is a fresh start, never a crash: the profile is kept elsewhere. */
export function readState(json: string | null): State {
  if (json === null) return freshState;
  try {
    const stored: unknown = JSON.parse(json);
    return isState(stored) ? stored : freshState;
  } catch {
    return freshState;
  }
}

/** Of this format, with every field there. Nobody else writes it, so that what stands inside the fields is not gone through again. */
function isState(stored: unknown): stored is State {
  if (typeof stored !== 'object' || stored === null) return false;
  const fields = stored as Record<string, unknown>;
  return (
    Object.entries(freshState).every(([name, fresh]) =>
      Array.isArray(fresh) ? Array.isArray(fields[name]) : name in fields,
    ) && fields.format === FORMAT
  );
}

const MOST_RECENT = 8;
const LONGEST_TRAIL = 10;

/** Moves a measure or document into focus. */
export function focusOn(state: State, about: string): State {
  const recent = [about, ...state.recent.filter((id) => id !== about)].slice(0, MOST_RECENT);
  return { ...state, about, recent };
}

/** What is known before a step. */
export const before = ({ profile, beside }: Known): Pick<Step, 'facts' | 'beside'> => ({
  facts: profile,
  ...(beside && { beside }),
});

export function remember(state: State, step: Step): State {
  return { ...state, trail: [step, ...state.trail].slice(0, LONGEST_TRAIL) };
}
