/** What one department is responsible for. */
import type { Day } from '../../contract/index.ts';
import type { Ranked } from '../../retrieval/index.ts';
import { documentWords, validityWords } from '../answers.ts';
import { itemWords, lines } from './parts.ts';
import { validityOn } from './validity.ts';

const SHOWN = 5;

export function tellDepartment(department: string, measures: Ranked[], today: Day): string {
  const shown = measures.slice(0, SHOWN);
  const expired = [...new Set(shown.map(({ entry }) => entry.policy))].filter(
    (policy) => validityOn(policy, today) === 'expired',
  );
  return lines(
    expired.length ? validityWords.expiredAll(expired.map((policy) => policy.number)) : null,
    documentWords.departmentDoes(department, measures.length),
    ...shown.flatMap(({ entry }) =>
      entry.kind === 'measure'
        ? [documentWords.departmentItem(entry.measure.title, entry.policy.number + itemWords(entry.measure))]
        : [],
    ),
    measures.length > SHOWN ? documentWords.andOthers(measures.length - SHOWN) : null,
  );
}
