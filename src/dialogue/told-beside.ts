/** What of a message tells nothing of the enterprise: what is asked or wished for stands there. */
import type { Clause, Reading } from '../language/index.ts';
import type { Scene } from './scene.ts';

/** Its clauses of oneself in which no fact is told. */
export function clausesBeside({ utterance }: Scene, { toldIn }: Pick<Reading, 'toldIn'>): Clause[] {
  const told = Object.values(toldIn);
  return utterance.clauses.filter(
    ({ start, end, holder, addresses }) =>
      holder === 'self' && !addresses && !told.some((span) => span.start < end && start < span.end),
  );
}
