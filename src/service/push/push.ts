/** 推送: whom a measure fits, of those who told something; told to those who said yes to it, once. */
import { createHash } from 'node:crypto';
import { type Day, type Statement, UserError } from '../../contract/index.ts';
import { evaluateAll, type Result } from '../../eligibility/index.ts';
import { type Facts, profilesOf } from '../../facts/index.ts';
import type { Knowledge, Measure, Policy } from '../../policy/index.ts';
import { type Daytime, nextDaytime } from '../../reminders/index.ts';
import type { Contact, Records, Store } from '../../store/index.ts';
import { explainVerdict, formatFact, pushWords as words } from '../../words/index.ts';
import type { Library } from '../library.ts';
import { type Actor, note } from '../officers/index.ts';
import { sendTo } from '../send-to.ts';
import { type PushConsent, pushConsents } from './consent.ts';
import { everybody } from './everybody.ts';

export interface Candidate extends Contact {
  enterprise: string | null;
  benefit: string;
  quote: string;
  verdict: Result['verdict'];
  amountYuan: number | null;
  reason: string;
  /** What is not known yet, in words. */
  missing: string[];
  /** What the contact told, in words. */
  told: string[];
  consent: 'yes' | 'no' | 'unasked';
}

export interface PushPreview {
  measure: { id: string; title: string; number: string };
  fits: Candidate[];
  /** Off by one figure. */
  near: Candidate[];
  /** Not refused, and something is not known yet. */
  lacking: Candidate[];
  others: number;
}

/** Everybody who told something, judged by one measure in force. Nothing is sent. */
export async function previewPush(
  store: Store,
  { library, about, today }: { library: Library; about: string; today: Day },
): Promise<PushPreview> {
  const { policy, measure } = measureIn(library.knowledge, about);
  const consentOf = await store.transaction((records) => pushConsents(records, store.now()));
  const only: Knowledge = { ...library.knowledge, policies: [{ ...policy, measures: [measure] }] };
  const preview: PushPreview = {
    measure: { id: measure.id, title: measure.title, number: policy.number },
    fits: [],
    near: [],
    lacking: [],
    others: 0,
  };
  for await (const some of everybody(store))
    for (const one of some) {
      const best = bestOf(only, one.statements, today);
      if (!best) continue;
      const candidate = candidateOf(best, one, consentOf(one), library.knowledge.facts);
      if (best.verdict === 'eligible') preview.fits.push(candidate);
      else if (best.verdict === 'ineligible' && best.onlyThat) preview.near.push(candidate);
      else if (best.verdict === 'unknown' && one.statements.length > 0) preview.lacking.push(candidate);
      else preview.others += 1;
    }
  return preview;
}

function measureIn({ policies }: Knowledge, about: string): { policy: Policy; measure: Measure } {
  for (const policy of policies) {
    const measure = policy.measures.find(({ id }) => id === about);
    if (measure) return { policy, measure };
  }
  throw new UserError(words.noMeasure(about));
}

const RANK = { eligible: 2, unknown: 1, ineligible: 0 };

function bestOf(knowledge: Knowledge, statements: readonly Statement[], today: Day): Result | null {
  const results = profilesOf(statements, knowledge.facts).flatMap((profile) =>
    evaluateAll(knowledge, profile, { today, unplaced: 'taken' }),
  );
  return results.reduce<Result | null>((best, one) => {
    if (!best) return one;
    const by = RANK[one.verdict] - RANK[best.verdict];
    return by > 0 || (by === 0 && (one.amountYuan ?? 0) > (best.amountYuan ?? 0)) ? one : best;
  }, null);
}

function candidateOf(
  result: Result,
  {
    channel,
    senderId,
    enterprise,
    statements,
  }: Contact & { enterprise: string | null; statements: Statement[] },
  consent: PushConsent | null,
  facts: Facts,
): Candidate {
  return {
    channel,
    senderId,
    enterprise,
    benefit: result.benefit.benefit,
    quote: result.benefit.quote,
    verdict: result.verdict,
    amountYuan: result.amountYuan,
    reason: explainVerdict(result, facts),
    missing: result.verdict === 'unknown' ? result.missing.map((name) => facts.get(name)?.label ?? name) : [],
    told: statements.map((statement) => saidOf(statement, facts)),
    consent: consent === null ? 'unasked' : consent.wants ? 'yes' : 'no',
  };
}

/** The contact's own words where they were kept. */
function saidOf({ fact: name, value, evidence }: Statement, facts: Facts): string {
  const fact = facts.get(name);
  return evidence?.words ?? (fact ? formatFact(fact, value) : name);
}

/** Nobody is told of one measure twice; who asked to be forgotten leaves nothing that names them. */
const idOf = (about: string, { channel, senderId }: Contact): string =>
  `push:${about}:${createHash('sha256').update(`${channel}\0${senderId}`).digest('base64url').slice(0, 22)}`;

export interface Pushed {
  told: number;
  /** Fit, but said no or were never asked. */
  withoutConsent: number;
}

/** Through the outbox, outside of quiet hours. Throws UserError where nobody may be told. */
export async function sendPush(
  store: Store,
  { daytime, ...asked }: { library: Library; about: string; today: Day; daytime?: Daytime },
  actor: Actor,
): Promise<Pushed> {
  const { fits, measure } = await previewPush(store, asked);
  return store.transaction(async (records) => {
    const at = store.now();
    const consentOf = await pushConsents(records, at);
    const willing = fits.flatMap((candidate) => {
      const consent = consentOf(candidate);
      return consent?.wants ? [{ candidate, conversationId: consent.conversationId }] : [];
    });
    if (willing.length === 0) throw new UserError(words.nobody);
    for (const { candidate, conversationId } of willing) {
      const { title, id } = measure;
      const text = words.told({ ...candidate, title, about: id });
      const quiet = await records.reminders.quietHours(candidate);
      const { channel, senderId } = candidate;
      const to = { id: idOf(id, candidate), channel, senderId, conversationId, isGroup: false };
      await sendTo(records, { ...to, text, dueAt: nextDaytime(at, quiet, daytime) }, at);
    }
    const pushed = { told: willing.length, withoutConsent: fits.length - willing.length };
    await note(records, actor, at, {
      action: 'push.send',
      subject: measure.id,
      after: JSON.stringify(pushed),
    });
    return pushed;
  });
}

/** How many of those who were told of it have got it, by the outbox. */
export const pushOutcomes = (store: Store, about: string): Promise<Record<string, number>> =>
  store.transaction(({ outbox }: Records) => outbox.countsOf(`push:${about}:`));
