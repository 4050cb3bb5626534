/** Something wrong in a knowledge file, told to the person who edits it. */
export interface Problem {
  /** Relative to the knowledge folder. */
  file: string;
  /** From 1; null where the fault belongs to the whole file. */
  line: number | null;
  /** The words at fault, where there are any. */
  quote: string | null;
  /** What is wrong and what to do, in Chinese. */
  message: string;
  /** Where in a policy.yaml it stands: ['measures', '3', 'responsible']. */
  at?: readonly PropertyKey[];
}

export const problem = (
  file: string,
  line: number | null,
  message: string,
  quote: string | null = null,
): Problem => ({
  file,
  line,
  quote,
  message,
});

/** 'policies/a/policy.yaml:12 “给予 10万元” 不在原文里……' */
export function describeProblem({ file, line, quote, message }: Problem): string {
  const place = line === null ? file : `${file}:${line}`;
  return quote === null ? `${place} ${message}` : `${place} “${quote}”${message}`;
}
