/** What is remembered of a conversation between two turns. Plain data: it is stored as JSON and survives restarts. */
import { z } from 'zod';
import type { Focus } from '../retrieval/index.ts';

const optionSchema = z.object({ id: z.string(), label: z.string() });

/** A guided check of one measure. */
const threadSchema = z.object({
  measure: z.string(),
  /** Which of the measure's benefits was asked about, by name; null while nothing tells. */
  benefit: z.string().nullable(),
  /** Facts that the contact said he does not know, in this thread. */
  notKnown: z.array(z.string()),
  /** Topics asked in a row: never more than three. */
  topicsAsked: z.number(),
});

const focusSchema = z.enum([
  'amount',
  'deadline',
  'department',
  'conditions',
  'how-to-apply',
  'original',
  'money-source',
  'issuer',
  'count',
  'explainer',
  'about',
]) satisfies z.ZodType<Focus>;

/** What 上一步 goes back to: the facts as they were, and what was talked about. */
const stepSchema = z.object({
  facts: z.record(z.string(), z.unknown()),
  about: z.string().nullable(),
  thread: threadSchema.nullable(),
});

export const stateSchema = z.object({
  format: z.literal(1),
  /** Measure id or document number in focus. */
  about: z.string().nullable(),
  /** Measures spoken of, newest first. */
  recent: z.array(z.string()),
  thread: threadSchema.nullable(),
  /** A thread left for a side question: 继续 goes back to it. */
  left: threadSchema.nullable(),
  /** Facts asked for in the last reply. */
  asked: z.array(z.string()),
  options: z.array(optionSchema),
  /** Ids of the last list that was shown, for 第二个 some turns later. */
  menu: z.array(z.string()),
  /** Measures that the last search found beyond the one shown: 换一个 walks through them. */
  others: z.array(z.string()),
  trail: z.array(stepSchema),
  /** Documents whose expiry was already said in this topic. */
  expirySaid: z.array(z.string()),
  /** Supporting lines (clause, last day, reading) said of a verdict: once is enough while measure and verdict stay. */
  said: z.object({ measure: z.string(), verdict: z.string(), lines: z.array(z.string()) }).nullable(),
  lastQuestion: z.string().nullable(),
  /** What was asked of the last measure (deadline, department …): 这个呢 asks the same of another. */
  lastFocus: focusSchema.nullable(),
  /** What the next yes or no answers. */
  confirm: z.enum(['forget', 'ticket', 'check']).nullable(),
  /** A policy check-up (政策体检) is going on: topics already asked. */
  checkup: z.object({ topicsAsked: z.array(z.string()), notKnown: z.array(z.string()) }).nullable(),
});

export type State = z.infer<typeof stateSchema>;
export type Thread = z.infer<typeof threadSchema>;
export type Step = z.infer<typeof stepSchema>;

export const freshState: State = {
  format: 1,
  about: null,
  recent: [],
  thread: null,
  left: null,
  asked: [],
  options: [],
  menu: [],
  others: [],
  trail: [],
  expirySaid: [],
  said: null,
  lastQuestion: null,
  lastFocus: null,
  confirm: null,
  checkup: null,
};

/** A state that cannot be read (an older format) is a fresh start, never a crash: the profile is kept elsewhere. */
export function readState(json: string | null): State {
  if (json === null) return freshState;
  try {
    const parsed = stateSchema.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : freshState;
  } catch {
    return freshState;
  }
}

const MOST_RECENT = 8;
const LONGEST_TRAIL = 10;

/** Moves a measure or document into focus. */
export function focusOn(state: State, about: string): State {
  const recent = [about, ...state.recent.filter((id) => id !== about)].slice(0, MOST_RECENT);
  return { ...state, about, recent };
}

export function remember(state: State, step: Step): State {
  return { ...state, trail: [step, ...state.trail].slice(0, LONGEST_TRAIL) };
}
