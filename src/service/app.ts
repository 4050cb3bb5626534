/**
 * Puts the rooms together. `handle` is one message as one transaction: the conversation's new state, what the turn
 * brought about, and the outgoing reply are stored together or not at all.
 */

import {
  type Capabilities,
  type Clock,
  type Effect,
  type InboundMessage,
  type Reply,
  replyId,
  shanghaiDay,
  shanghaiTime,
} from '../contract/index.ts';
import { type Mind, turn } from '../dialogue/index.ts';
import { factsOf } from '../facts/index.ts';
import type { Knowledge } from '../policy/index.ts';
import { plannerFor, takeWaiting } from '../reminders/index.ts';
import type { Records, ReminderRow, Store, StoredInbound, TurnStart } from '../store/index.ts';
import { ownDataWords, reminderSubject, reminderText, sharingWords } from '../words/index.ts';
import { consentTold, isConsentDue } from './consent.ts';
import { howToReach, type Unit } from './desk/index.ts';
import { carryOut } from './effects.ts';
import type { Handled } from './handled.ts';
import { ownAnswerTo, placeIn, recordExchange } from './inbox/index.ts';
import { libraryOf } from './library.ts';
import { inOwnWords, ofNobody } from './other-voices.ts';
import { outbound, replacing } from './outbound.ts';
import { kindOf, type ReplyKind } from './reply-kind.ts';
import { type Sharing, sharingOf, withColleagues } from './sharing.ts';
import { createMind, type OpenShelf, type ShelfLibrary } from './shelf/index.ts';
import { NOTHING_KNOWN, turnStart, whatIsKnown } from './turn-start.ts';
import { type Announce, announceToNobody } from './webhooks/announce.ts';
import type { WebhookEvent } from './webhooks/event.ts';

/** An earlier message of the same chat is unanswered, perhaps by a worker that is gone: it is to be answered first. */
export class EarlierUnanswered extends Error {
  override name = 'EarlierUnanswered';
  readonly earlier: StoredInbound;

  constructor(earlier: StoredInbound) {
    super('an earlier message of the chat is unanswered');
    this.earlier = earlier;
  }
}

export interface App {
  /** Colleagues may use one enterprise's profile together. */
  readonly isShared: boolean;
  /** Of this moment: a change of the shelf swaps it whole. */
  readonly mind: Mind;
  library(): AppLibrary;
  store: Store;
  clock: Clock;
  /**
   * One message as one transaction: its reply is in the outbox when this resolves. Stores nothing once `signal` is aborted.
   * `alongside` is what the caller does in the same transaction, last, with the ids of what was added to the outbox.
   */
  handle(
    message: InboundMessage,
    signal?: AbortSignal,
    alongside?: (records: Records, added: string[]) => Promise<void>,
  ): Promise<void>;
  /** The same for a door that shows the reply itself (`chat`): nothing goes through the outbox. */
  answer(message: InboundMessage): Promise<Handled>;
  /** A due reminder in words. */
  reminderText(row: ReminderRow, now: number): string;
}

export interface AppOptions {
  /** What answers; of a shelf, whatever it has at that moment. */
  knowledge: Knowledge | Pick<OpenShelf, 'current'>;
  store: Store;
  clock: Clock;
  /** Of the channel with this name: what can be pushed decides what is promised. */
  capabilitiesOf?: (channel: string) => Capabilities | null;
  publicUrl?: string | undefined;
  /** Sees of each stored reply what kind it is, after the commit. */
  observe?: (message: InboundMessage, kind: ReplyKind) => void;
  /** Whether colleagues may use one enterprise's profile together; not unless said. */
  isShared?: boolean;
  /** The office's directory of units, as it is at that moment. */
  units?: () => readonly Unit[];
  /** Tells other systems what happened; nobody, unless given. */
  announce?: Announce;
}

export function createApp({
  knowledge,
  store,
  clock,
  capabilitiesOf,
  publicUrl,
  observe = () => {},
  announce = announceToNobody,
  isShared = false,
  units = () => [],
}: AppOptions): App {
  const library = 'current' in knowledge ? () => knowledge.current() : fixed(knowledge);
  const textOf = (row: ReminderRow, now: number) =>
    reminderText(row, reminderSubject(library().knowledge, row.about, shanghaiDay(now)), now);

  async function converse(
    message: InboundMessage,
    records: Records,
    { replyKey, start }: { replyKey: string; start: TurnStart },
  ): Promise<Handled> {
    const now = clock.now();
    const mind = library();
    const address = { channel: message.channel, conversationId: message.conversationId };
    const contact = { channel: message.channel, senderId: message.senderId };
    const isNobody = message.anonymous === true;
    const saved = isNobody ? null : start.thread;
    const isFirst = isConsentDue(start.consent);
    const sharing =
      isShared && !isNobody && !message.isGroup ? await sharingOf(records, contact, store.now()) : null;
    const about = {
      firstContact: isFirst && !isNobody,
      push: capabilitiesOf?.(message.channel)?.push ?? 'always',
      ...(isShared && { mayShare: message.isGroup ? ('alone' as const) : ('here' as const) }),
    };
    const beside = await besideColleagues(records, start, sharing);
    const known = isNobody ? { ...about, ...NOTHING_KNOWN } : whatIsKnown(beside, message, about);
    const waiting = start.isWaiting ? await takeWaiting(records, address, replyKey, textOf, now) : null;
    const result = turn({
      state: saved?.state ?? null,
      message: { text: message.text, choice: message.choice, quoted: message.quoted },
      now: shanghaiTime(now),
      today: shanghaiDay(now),
      known,
      mind,
      planner: plannerFor(message, start.quiet),
    });
    const kind = kindOf(result);
    const own = result.effects.length === 0 ? ownAnswerTo(mind, message.text, kind, shanghaiDay(now)) : null;
    const record = (reply: Reply) =>
      recordExchange(records, message, reply, {
        outcome: own ? 'office' : kind,
        at: store.now(),
        place: placeIn(known.profile, mind.knowledge.facts),
      });
    if (isNobody) {
      const reply = own ? inOwnWords(own, result.reply) : result.reply;
      const handled = ofNobody({ ...result, reply, library: mind.version, kind, exchange: null });
      return { ...handled, exchange: await record(handled.reply) };
    }
    const {
      ticket,
      forgotten,
      data,
      sharing: shared,
    } = await carryOut(result.effects, {
      records,
      message,
      known,
      believed: beside.known?.statements ?? [],
      sharing,
      now,
      storeNow: store.now(),
      quiet: start.quiet,
    });
    const { channel, text: question } = message;
    if (result.unanswered && !own)
      await announce(records, { type: 'question.unanswered', data: { question, channel } }, store.now());
    for (const effect of result.effects)
      if (effect.kind === 'ticket-opened' && ticket !== null)
        await announce(records, ticketOpened(effect, ticket, channel), store.now());
    if (!forgotten) {
      const state = JSON.stringify(result.state);
      await records.conversations.save(address, message.senderId, state, saved?.version ?? null, now);
      if (isFirst) await consentTold(records, contact, store.now());
    }
    const filled = { ticket, data: data === null ? null : dataLine(data, message.channel), sharing: shared };
    const answered = own ? inOwnWords(own, result.reply, about.firstContact) : result.reply;
    const told = Object.entries(filled).reduce(
      (text, [name, value]) => (value === null ? text : text.replaceAll(`{${name}}`, value)),
      answered.text,
    );
    // Who asked to be forgotten leaves nothing, nor the wish to be forgotten.
    const exchange = forgotten ? null : await record(answered);
    const stays = sharing !== null && result.effects.some((effect) => effect.kind === 'reset');
    const reach = own ? null : howToReach(units(), message.text, result.reply, mind.knowledge);
    const whole = [stays ? `${told}${sharingWords.colleaguesStay}` : told, ...(reach ? [reach] : [])].join(
      '\n',
    );
    const text = waiting === null ? whole : `${waiting}\n\n${whole}`;
    return { reply: { ...answered, text }, effects: result.effects, library: mind.version, kind, exchange };
  }

  /** On the page itself a path is enough; elsewhere the address has to be known. */
  function dataLine(key: string, channel: string): string {
    const path = `/my/data/${key}`;
    if (publicUrl) return ownDataWords.link(`${publicUrl.replace(/\/$/u, '')}${path}`);
    return channel === 'web' ? ownDataWords.link(path) : ownDataWords.noLink;
  }

  return {
    get mind() {
      return library();
    },
    isShared,
    library,
    store,
    clock,
    reminderText: textOf,
    async handle(message, signal, alongside) {
      const kind = await store.transaction(async (records) => {
        const start = await turnStart(records, message, { now: clock.now(), isStored: true });
        if (start.turn === 'answered') return null;
        if (start.turn !== 'own') throw new EarlierUnanswered(start.turn.earlier);
        // An officer has this talk: the bot keeps what is said for them, and is silent.
        if (start.isTakenOver) {
          await recordExchange(records, message, SILENCE, {
            outcome: 'silent',
            at: store.now(),
            place: null,
          });
          await records.inbound.markAnswered(message.channel, message.eventId, store.now());
          await alongside?.(records, []);
          signal?.throwIfAborted();
          return null;
        }
        const id = replyId(message, 0);
        const handled = await converse(message, records, { replyKey: id, start });
        const { channel, conversationId, senderId, isGroup } = message;
        const body = JSON.stringify({ ...outbound(handled, publicUrl), ...replacing(message) });
        const about = { id, channel, conversationId, senderId, isGroup };
        await records.outbox.reply({ ...about, body, createdAt: store.now() }, message.eventId);
        await alongside?.(records, [id]);
        signal?.throwIfAborted();
        return handled.kind;
      });
      if (kind !== null) observe(message, kind);
    },
    answer: (message) =>
      store.transaction(async (records) => {
        const id = replyId(message, 0);
        const start = await turnStart(records, message, { now: clock.now(), isStored: false });
        const handled = await converse(message, records, { replyKey: id, start });
        if (start.isWaiting) await records.reminders.shown(id, clock.now());
        return handled;
      }),
  };
}

/** What is known when a turn begins, with what colleagues told. */
async function besideColleagues(
  records: Records,
  start: TurnStart,
  sharing: Sharing | null,
): Promise<TurnStart> {
  if (sharing === null) return start;
  const known = await withColleagues(records, start.known, sharing);
  return { ...start, known: known && { ...known, facts: factsOf(known.statements) } };
}

const ticketOpened = (
  { question, about, department }: Extract<Effect, { kind: 'ticket-opened' }>,
  ticket: string,
  channel: string,
): WebhookEvent => ({ type: 'ticket.opened', data: { ticket, question, about, department, channel } });
export type AppLibrary = Omit<ShelfLibrary, 'documents'>;

/** Knowledge that nobody changes while the program runs, in tests and demonstrations: its index is built once, however many bots answer from it. */
function fixed(knowledge: Knowledge): () => AppLibrary {
  const library = libraries.get(knowledge) ?? {
    ...libraryOf(createMind(knowledge)),
    faults: [],
    warnings: [],
    ownAnswers: [],
  };
  libraries.set(knowledge, library);
  return () => library;
}
const libraries = new WeakMap<Knowledge, AppLibrary>();

const SILENCE = { text: '', about: null, verdict: null };
