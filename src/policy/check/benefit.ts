/** One benefit by itself, before it stands in a file: for drafts, which have to pass the check. */
import type { Day } from '../../contract/index.ts';
import type { Fact } from '../../facts/index.ts';
import { type Benefit, benefitSchema } from '../benefit.ts';
import { factFaults } from './facts.ts';
import { literalFaults } from './literals.ts';
import { rowFaults } from './rows.ts';

/** The benefit as rules have it, or what is wrong with it as it is written. */
export function readBenefit(
  written: unknown,
  facts: ReadonlyMap<string, Fact>,
  ref: Day | null,
): { benefit: Benefit; faults: string[] } | { benefit: null; faults: string[] } {
  const read = benefitSchema.safeParse(written);
  if (!read.success) return { benefit: null, faults: read.error.issues.map(({ message }) => message) };
  const faults = [...literalFaults(read.data, ref), ...factFaults(read.data, facts), ...rowFaults(read.data)];
  return { benefit: read.data, faults: faults.map(({ message }) => message) };
}
