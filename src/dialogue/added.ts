/** 夜班的没算进去，还有百来个: a count that the figure told before left out. It takes nothing back: the two are added, and the sum is asked back. */
import type { FactValue, Profile } from '../contract/index.ts';
import type { Reading, Unsure } from '../language/index.ts';
import type { Scene } from './scene.ts';

const NOT_COUNTED =
  /(?:没|没有|忘了?|漏了?|少)(?:算|加|计|数|报|统计|包括)(?:进去?|上|在内|里面)?|不(?:含|包括|算上)/u;

export const leavesOut = (text: string): boolean => NOT_COUNTED.test(text);

/**
 * A head count that replaces the one before is doubted where the message says that something was left out. Who was left out (食堂的,
 * 保安) is a part of the count, and no trade of the enterprise.
 */
export function withLeftOut({ known, mind, message, utterance }: Scene, read: Reading): Reading {
  if (!leavesOut(message.text)) return read;
  const parts = utterance.clauses.filter(({ text }) => leavesOut(text) && !/\d/u.test(text));
  const ofPart = (fact: string) =>
    parts.some(({ start, end }) => {
      const span = read.toldIn[fact];
      return span !== undefined && span.start < end && start < span.end;
    });
  const told = Object.entries(read.facts).filter(([fact]) => !ofPart(fact));
  const added = told.flatMap(([fact, value]): Unsure[] => {
    const isCount = mind.knowledge.facts.get(fact)?.unit === 'person' && value !== null;
    const wasTold = intervalOf(known.profile[fact]) !== null;
    return isCount && wasTold ? [{ fact, value, why: 'contradiction' }] : [];
  });
  const names = new Set(added.map(({ fact }) => fact));
  return {
    ...read,
    facts: Object.fromEntries(told.filter(([fact]) => !names.has(fact))),
    unsure: [...read.unsure, ...added],
  };
}

/** What was told before and what is told now, together. */
export const addedUp = (before: Profile, more: Profile): Profile =>
  Object.fromEntries(
    Object.entries(more).flatMap(([fact, value]): [string, FactValue][] => {
      const [one, other] = [intervalOf(before[fact]), intervalOf(value)];
      if (one === null || other === null) return [];
      const [min, max] = [one.min + other.min, one.max + other.max];
      return [[fact, min === max ? min : { min, max }]];
    }),
  );

function intervalOf(value: FactValue | undefined): { min: number; max: number } | null {
  if (typeof value === 'number') return { min: value, max: value };
  if (typeof value !== 'object' || !('min' in value) || !('max' in value)) return null;
  const { min, max } = value;
  return typeof min === 'number' && typeof max === 'number' ? { min, max } : null;
}
