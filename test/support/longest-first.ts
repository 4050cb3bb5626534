/**
 * The files that take long begin first: one that begins last keeps the others' workers waiting. By what a run measured; on a clean checkout
 * nothing else tells, and the size of a file says little. The others follow as vitest orders them.
 */
import { join } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const ROOT = join(import.meta.dirname, '..');

const LONGEST = [
  'office/documents.browser',
  'store/postgres',
  'bots/web/browser',
  'reminders/workers',
  'office/documents',
  'office/desk.browser',
  'bots/serve',
  'stories/stories',
  'eval/floor',
  'ingest/drafts',
  'bots/web/newcomer.browser',
  'bots/telegram/crash',
  'security/web',
  'figures/any-input',
  'office/sign-in',
  'dialogue/frames',
  'bots/wechat/remote',
  'store/crash',
  'store/doors',
  'cli',
  'security/telegram',
  'security/offices',
  'reminders/scheduler',
  'bots/wecom/wire',
  'cli/backup',
  'knowledge/knowledge',
  'cli/doctor',
  'knowledge/checkup-trades',
  'security/machine',
  'ingest/hostile',
].map((name) => join(ROOT, `${name}.test.ts`));

const place = ({ moduleId }: TestSpecification): number => {
  const found = LONGEST.indexOf(moduleId);
  return found < 0 ? LONGEST.length : found;
};

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const ordered = await super.sort(files);
    return ordered.toSorted((one, other) => place(one) - place(other));
  }
}
