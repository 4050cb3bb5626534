/** What an enterprise told, read and written for pages that show it as a form. */
import type { FactValue, Profile } from '../contract/index.ts';
import { withFacts } from '../facts/index.ts';
import type { Contact, Store } from '../store/index.ts';

/** The facts of the enterprise that the contact speaks for now; empty for a newcomer. */
export const profileOf = (store: Store, contact: Contact): Promise<Profile> =>
  store.transaction(async ({ profiles }) => {
    const kept = await profiles.current(contact);
    return kept ? (JSON.parse(kept.facts) as Profile) : {};
  });

/** Adds what was told in a form to what is known, in one transaction; null takes a fact back. `now`: epoch milliseconds. */
export const tellProfile = (
  store: Store,
  contact: Contact,
  said: Record<string, FactValue | null>,
  now: number,
): Promise<void> =>
  store.transaction(async ({ profiles }) => {
    const kept = await profiles.current(contact);
    const profile = withFacts(kept ? (JSON.parse(kept.facts) as Profile) : {}, said);
    await profiles.save(contact, kept?.enterprise ?? null, JSON.stringify(profile), now);
  });
