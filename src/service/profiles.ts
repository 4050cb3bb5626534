/** What an enterprise told, read and written for pages that show it as a form. */
import type { FactValue, Profile } from '../contract/index.ts';
import { factsOf, withFacts } from '../facts/index.ts';
import type { Contact, Known, Records } from '../store/index.ts';
import type { App } from './app.ts';
import { type Sharing, sharingOf, takeFromColleagues, withColleagues } from './sharing.ts';

type Keeper = Pick<App, 'store' | 'isShared'>;

/** The facts of the enterprise that the contact speaks for now; empty for a newcomer. */
export const profileOf = (app: Keeper, contact: Contact): Promise<Profile> =>
  app.store.transaction(async (records) => factsIn((await knownOf(app, records, contact)).known));

/** Adds what was told in a form to what is known, in one transaction; null takes a fact back. `now`: epoch milliseconds. */
export const tellProfile = (
  app: Keeper,
  contact: Contact,
  said: Record<string, FactValue | null>,
  now: number,
): Promise<void> =>
  app.store.transaction(async (records) => {
    const { known, sharing } = await knownOf(app, records, contact);
    const enterprise = known?.enterprise ?? null;
    const gone = (known?.statements ?? []).filter(({ fact }) => Object.hasOwn(said, fact));
    await takeFromColleagues(records, sharing, { enterprise, gone }, now);
    const own = await records.profiles.current(contact);
    const profile = withFacts(own ? (JSON.parse(own.facts) as Profile) : {}, said);
    await records.profiles.save(contact, enterprise, JSON.stringify(profile), now);
  });

async function knownOf(
  { store, isShared }: Keeper,
  records: Records,
  contact: Contact,
): Promise<{ known: Known | null; sharing: Sharing | null }> {
  const own = await records.profiles.statements(contact);
  const sharing = isShared ? await sharingOf(records, contact, store.now()) : null;
  return { known: await withColleagues(records, own, sharing), sharing };
}

const factsIn = (known: Known | null): Profile =>
  known ? (JSON.parse(factsOf(known.statements)) as Profile) : {};
