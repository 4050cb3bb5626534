/** What a list says of a document, read once for each text of it: nobody who asks has to wait while an officer looks at a list. */
import { createHash } from 'node:crypto';
import { setImmediate as letOthersIn } from 'node:timers/promises';
import { type Policy, parsePolicy } from '../../policy/index.ts';

export interface Head {
  number: string | null;
  title: string | null;
  measures: number;
  /** Values and rules that wait for a person. */
  toCheck: number;
}

const UNREADABLE: Head = { number: null, title: null, measures: 0, toCheck: 0 };

/** Values and rules that wait for a person. */
export const toCheck = ({ policy }: { policy: Policy | null }): number =>
  (policy?.review.length ?? 0) +
  (policy?.measures.flatMap(({ benefits }) =>
    benefits.filter(({ drafted }) => drafted && drafted.grade !== 'A'),
  ).length ?? 0);

export const headOfPolicy = (policy: Policy): Head => ({
  number: policy.number,
  title: policy.title,
  measures: policy.measures.length,
  toCheck: toCheck({ policy }),
});

const MOST_KEPT = 2_000;
const kept = new Map<string, Head>();

/** Of the document's files; what cannot be read has no title. */
export async function readHead(slug: string, files: Readonly<Record<string, string>>): Promise<Head> {
  const [text = '', source = ''] = [files['policy.yaml'], files['source.txt']];
  const key = createHash('sha256').update(`${slug}\0${text}\0${source}`).digest('base64url');
  const known = kept.get(key);
  if (known) return known;
  await letOthersIn();
  const { file } = parsePolicy(slug, `policies/${slug}/policy.yaml`, text, source);
  const head = file ? headOfPolicy(file.policy) : UNREADABLE;
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, head);
  return head;
}
