/** The cases of a draft's rules, in words, with who ticked them. */
import { UserError } from '../../contract/index.ts';
import { casesOf, type RuleCase } from '../cases.ts';
import { coreOf } from './core.ts';
import { type Draft, filesWithLists } from './draft.ts';

/** None where the draft cannot be read. */
export function casesOfDraft(knowledge: string | undefined, { slug, files }: Draft): RuleCase[] {
  try {
    return casesOf(filesWithLists(coreOf(knowledge), slug, files), slug);
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}
