/** Carries out what a turn brought about, inside the turn's own transaction. */
import {
  type Effect,
  ENTERPRISE,
  type InboundMessage,
  type Known,
  type Statement,
  shanghaiDay,
} from '../contract/index.ts';
import { statementsOf, statementsOfThings } from '../facts/index.ts';
import { carryOutReminder } from '../reminders/index.ts';
import type { Contact, ProfileOwner, QuietHours, Records } from '../store/index.ts';
import { newLink } from './links.ts';
import { keepPushConsent } from './push/consent.ts';
import { carryOutSharing, type Sharing, type SharingEffect, takeFromColleagues } from './sharing.ts';

export interface Setting {
  records: Records;
  message: InboundMessage;
  known: Known;
  /** What was told of the enterprise before this turn. */
  believed: readonly Statement[];
  /** Epoch milliseconds. */
  now: number;
  /** The same by the store's own clock, which no setting shifts: what expires is measured by it. */
  storeNow: number;
  /** With whom the contact uses the profile together. */
  sharing: Sharing | null;
  /** The contact's quiet hours as the reply names them. */
  quiet: QuietHours | null;
}

export interface Carried {
  /** Number of the ticket that was opened: the reply names it. */
  ticket: string | null;
  /** Nothing of the contact may be stored after this turn. */
  forgotten: boolean;
  /** Key of the link to the contact's data: the reply names its address. */
  data: string | null;
  /** What came of sharing: the reply says it. */
  sharing: string | null;
}

export async function carryOut(effects: Effect[], setting: Setting): Promise<Carried> {
  const carried: Carried = { ticket: null, forgotten: false, data: null, sharing: null };
  for (const effect of effects) {
    if (effect.kind === 'ticket-opened') carried.ticket = await openTicket(effect, setting);
    else if (effect.kind === 'data-asked')
      carried.data = await newLink(setting.records, contactOf(setting.message), 'export', setting.storeNow);
    else if (isOfSharing(effect)) carried.sharing = await shared(effect, setting);
    else await carryOutOne(effect, setting);
    if (effect.kind === 'forgotten') carried.forgotten = true;
  }
  return carried;
}

async function carryOutOne(
  effect: Exclude<Effect, { kind: 'ticket-opened' | 'data-asked' } | SharingEffect>,
  setting: Setting,
): Promise<void> {
  const { records, message, known, now, quiet } = setting;
  const owner = profileOwner(message);
  switch (effect.kind) {
    case 'profile-updated':
      return believe(effect, setting);
    case 'reset':
      return records.profiles.empty(owner, known.enterprise, now);
    case 'enterprise-switched':
      return records.profiles.switchTo(owner, effect.enterprise, now);
    case 'forgotten':
      return records.forget(owner);
    case 'push-consent':
      return keepPushConsent(records, message, effect.wants, setting.storeNow);
    case 'reminder-list':
      return;
    case 'ticket-added':
      return records.tickets.add(effect.ticket, effect.text);
    default:
      return carryOutReminder(effect, { records, who: message, now, quiet });
  }
}

const isOfSharing = (effect: Effect): effect is SharingEffect => effect.kind.startsWith('share-');

const shared = (effect: SharingEffect, { records, message, known, sharing, storeNow }: Setting) =>
  carryOutSharing(records, effect, { message, enterprise: known.enterprise, sharing, now: storeNow });

/** Each fact that changed, with the words it rests on; what was told of it before no longer stands. */
async function believe(
  { facts, words = {}, beside }: Extract<Effect, { kind: 'profile-updated' }>,
  { records, message, known, believed, now, sharing }: Setting,
): Promise<void> {
  const owner = profileOwner(message);
  const changed = Object.entries(facts).filter(
    ([fact, value]) => JSON.stringify(known.profile[fact] ?? null) !== JSON.stringify(value),
  );
  const names = new Set(changed.map(([fact]) => fact));
  const profile = Object.fromEntries(
    changed.flatMap(([fact, value]) => (value === null ? [] : [[fact, value]])),
  );
  const today = shanghaiDay(now);
  const told = statementsOf(profile, today).map((one) => ({
    ...one,
    evidence: words[one.fact] === undefined ? null : { message: message.eventId, words: words[one.fact]! },
  }));
  const things =
    beside && statementsOfThings(beside, today).map((one) => withItsEvidence(one, believed, message));
  const withdrawn = believed.filter(({ entity, fact }) => (entity === ENTERPRISE ? names.has(fact) : things));
  const all = [...told, ...(things ?? [])];
  await takeFromColleagues(
    records,
    sharing,
    { enterprise: known.enterprise, gone: [...withdrawn, ...all] },
    now,
  );
  await records.profiles.believe(owner, known.enterprise, { told: all, withdrawn, isInUse: true }, now);
}

/** What was told of an order before keeps its words and day when another is taken in hand; what is new rests on this message. */
function withItsEvidence(one: Statement, before: readonly Statement[], message: InboundMessage): Statement {
  const isSame = ({ fact, value, period }: Statement) =>
    fact === one.fact &&
    JSON.stringify(value) === JSON.stringify(one.value) &&
    JSON.stringify(period) === JSON.stringify(one.period);
  const known = before.find(isSame);
  return known
    ? { ...known, entity: one.entity }
    : { ...one, evidence: { message: message.eventId, words: message.text.slice(0, LONGEST_WORDS) } };
}
const LONGEST_WORDS = 60;

const contactOf = ({ channel, senderId }: InboundMessage): Contact => ({ channel, senderId });

/** Whose profile a message speaks of: what is said in a group stays in it. */
export function profileOwner({ channel, senderId, isGroup, conversationId }: InboundMessage): ProfileOwner {
  return { channel, senderId, scope: isGroup ? conversationId : null };
}

function openTicket(
  effect: Extract<Effect, { kind: 'ticket-opened' }>,
  { records, message, now }: Setting,
): Promise<string> {
  const { question, about, department, known } = effect;
  const { channel, conversationId, senderId } = message;
  return records.tickets.open({
    channel,
    conversationId,
    senderId,
    question,
    about,
    department,
    known,
    openedAt: now,
  });
}
