/** How many pages a document may have. */
import { UserError } from '../../contract/index.ts';

/** Collections of policies have some hundreds. */
const MOST_PAGES = 2000;

/** Throws UserError where there are more. */
export function pagesWithin(count: number, name: string): void {
  if (count > MOST_PAGES)
    throw new UserError(`“${name}”有 ${count} 页，太多了（最多 ${MOST_PAGES} 页）。请拆成几份后再试。`);
}
