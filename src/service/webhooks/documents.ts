/**
 * Documents that came into force, were replaced by another revision of theirs, or went: told by comparing what answers now with what was
 * told last. So nothing is missed, whichever way a document came, and also when it changed while nothing was running.
 */
import type { Knowledge, Policy } from '../../policy/index.ts';
import type { AnnouncedDocument, Store } from '../../store/index.ts';
import { versionOf } from '../library.ts';
import type { Announce } from './announce.ts';
import type { WebhookEvent } from './event.ts';

const stateOf = (policy: Policy): AnnouncedDocument => ({
  document: policy.number,
  title: policy.title,
  version: versionOf(policy),
});

/** The first time there is nothing to compare with: what is there is no news. */
export function announceDocuments(
  store: Store,
  { policies }: Pick<Knowledge, 'policies'>,
  announce: Announce,
): Promise<void> {
  return store.transaction(async (records) => {
    const before = await records.announced.list();
    const now = policies.map(stateOf);
    if (before.length > 0)
      for (const event of changes(before, now)) await announce(records, event, store.now());
    await records.announced.set(now);
  });
}

/** What differs, in the order of the documents. */
export function changes(
  before: readonly AnnouncedDocument[],
  now: readonly AnnouncedDocument[],
): WebhookEvent[] {
  const known = new Map(before.map((one) => [one.document, one]));
  const here = new Set(now.map(({ document }) => document));
  const event = (
    type: Extract<WebhookEvent['type'], `document.${string}`>,
    { document, title, version }: AnnouncedDocument,
  ): WebhookEvent => ({ type, data: { number: document, title, version } });
  return [
    ...now.flatMap((one) => {
      const last = known.get(one.document);
      if (!last) return [event('document.in-force', one)];
      return last.version === one.version ? [] : [event('document.replaced', one)];
    }),
    ...before.filter(({ document }) => !here.has(document)).map((one) => event('document.withdrawn', one)),
  ];
}
