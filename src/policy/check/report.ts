/** What the checks of one policy have at hand, and how they tell a fault. */

import type { PolicyFile } from '../parse-policy.ts';
import type { Knowledge } from '../policy.ts';
import { quoteFinder, textReader } from '../printed-text.ts';
import { type Problem, problem } from '../problem.ts';
import type { Path } from '../yaml-file.ts';

export interface Checked extends PolicyFile {
  knowledge: Knowledge;
  find: ReturnType<typeof quoteFinder>;
  read: ReturnType<typeof textReader>;
  /** A fault at a place in policy.yaml. */
  fault(path: Path, message: string, quote?: string | null): Problem;
}

export type Check = (checked: Checked) => Problem[];

export function checked(file: PolicyFile, knowledge: Knowledge): Checked {
  const { yaml, policy } = file;
  return {
    ...file,
    knowledge,
    find: quoteFinder(policy.source, policy.furniture),
    read: textReader(policy.source, policy.furniture),
    fault: (path, message, quote = null) => ({
      ...problem(yaml.path, yaml.lineOf(path), message, quote),
      at: path,
    }),
  };
}

/** Every benefit with its measure and its path in policy.yaml. */
export const benefitsOf = ({ policy }: PolicyFile) =>
  policy.measures.flatMap((measure) =>
    measure.benefits.map((benefit, i) => ({
      benefit,
      measure,
      path: ['measures', measure.number, 'benefits', i] as PropertyKey[],
    })),
  );
