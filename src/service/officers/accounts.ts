/** Officers: added with a link that is good once, given another role, taken off. */
import { createHash, randomBytes } from 'node:crypto';
import { UserError } from '../../contract/index.ts';
import type { Officer, Records, Store } from '../../store/index.ts';
import { accountWords as words } from '../../words/index.ts';
import { type Actor, note } from './audit.ts';
import { hashPassword, passwordFault } from './passwords.ts';
import { isRole, may, type Role } from './roles.ts';

export type OfficerView = Pick<Officer, 'name' | 'role' | 'createdAt' | 'subject'> & { hasPassword: boolean };

const LINK_MS = 24 * 3_600_000;

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
const newToken = (): string => randomBytes(24).toString('base64url');

/** Adds an officer. The token is in this answer and nowhere else: with it the officer sets a password, once, within a day. */
export const addOfficer = (
  store: Store,
  { name, role }: { name: string; role: string },
  actor: Actor,
): Promise<{ token: string }> =>
  store.transaction(async (records) => {
    const called = nameOf(name);
    const given = roleOf(role);
    const before = await records.officers.get(called);
    if (before && before.removedAt === null) throw new UserError(words.there(called));
    const token = newToken();
    const now = store.now();
    await records.officers.put({
      name: called,
      role: given,
      password: null,
      link: hashOf(token),
      linkUntil: now + LINK_MS,
      subject: null,
      failures: 0,
      blockedUntil: 0,
      createdAt: now,
      removedAt: null,
    });
    await note(records, actor, now, { action: 'officer.add', subject: called, after: given });
    return { token };
  });

/** Another link, for who has lost the password. The old password is good until the new one is set. */
export const renewLink = (store: Store, name: string, actor: Actor): Promise<{ token: string }> =>
  store.transaction(async (records) => {
    const officer = await find(records, name);
    const token = newToken();
    const now = store.now();
    await records.officers.put({ ...officer, link: hashOf(token), linkUntil: now + LINK_MS });
    await note(records, actor, now, { action: 'officer.link', subject: officer.name });
    return { token };
  });

/** Signs the officer out everywhere: what is open shows what the role before might see. */
export const changeRole = (
  store: Store,
  { name, role, comment }: { name: string; role: string; comment?: string | undefined },
  actor: Actor,
): Promise<void> =>
  store.transaction(async (records) => {
    const officer = await find(records, name);
    const given = roleOf(role);
    if (!may(given, 'manage')) await keepOneManager(records, officer);
    await records.officers.put({ ...officer, role: given });
    await records.officers.endSessions(officer.name);
    await note(records, actor, store.now(), {
      action: 'officer.role',
      subject: officer.name,
      before: officer.role,
      after: given,
      comment: comment ?? null,
    });
  });

/** Signs the officer out everywhere; the name stays in what was signed. */
export const removeOfficer = (
  store: Store,
  { name, comment }: { name: string; comment?: string | undefined },
  actor: Actor,
): Promise<void> =>
  store.transaction(async (records) => {
    const officer = await find(records, name);
    await keepOneManager(records, officer);
    const now = store.now();
    await records.officers.put({
      ...officer,
      password: null,
      link: null,
      linkUntil: null,
      subject: null,
      removedAt: now,
    });
    await records.officers.endSessions(officer.name);
    await note(records, actor, now, {
      action: 'officer.remove',
      subject: officer.name,
      before: officer.role,
      comment: comment ?? null,
    });
  });

export const listOfficers = (store: Store): Promise<OfficerView[]> =>
  store.transaction(async ({ officers }) =>
    (await officers.list())
      .filter(({ removedAt }) => removedAt === null)
      .map(({ name, role, createdAt, subject, password }) => ({
        name,
        role,
        createdAt,
        subject,
        hasPassword: password !== null,
      })),
  );

/** Whose link it is; null: nobody's, used, or too old. */
export const holderOfLink = (store: Store, token: string): Promise<string | null> =>
  store.transaction(async (records) => (await linked(records, token, store.now()))?.name ?? null);

/** Uses the link up. Throws UserError where it is no good or the password will not do. */
export async function setPassword(
  store: Store,
  { token, password }: { token: string; password: string },
): Promise<{ name: string }> {
  const name = await holderOfLink(store, token);
  if (name === null) throw new UserError(words.linkGone);
  const fault = passwordFault(password, name);
  if (fault) throw new UserError(words.faults[fault]);
  const kept = await hashPassword(password);
  return store.transaction(async (records) => {
    const now = store.now();
    const officer = await linked(records, token, now);
    if (!officer) throw new UserError(words.linkGone);
    await records.officers.put({
      ...officer,
      password: kept,
      link: null,
      linkUntil: null,
      failures: 0,
      blockedUntil: 0,
    });
    // Who has lost a password may have lost it to somebody.
    await records.officers.endSessions(officer.name);
    await note(records, officer, now, { action: 'officer.password', subject: officer.name });
    return { name: officer.name };
  });
}

async function linked({ officers }: Records, token: string, now: number): Promise<Officer | null> {
  const hash = hashOf(token);
  const found = (await officers.list()).find(({ link }) => link === hash);
  return found && found.removedAt === null && found.linkUntil !== null && now < found.linkUntil
    ? found
    : null;
}

/** Throws UserError where there is none. */
export async function find({ officers }: Records, name: string): Promise<Officer> {
  const officer = await officers.get(name.trim());
  if (!officer || officer.removedAt !== null) throw new UserError(words.unknown(name));
  return officer;
}

/** Somebody has to be able to add officers. */
async function keepOneManager({ officers }: Records, officer: Officer): Promise<void> {
  if (!may(officer.role, 'manage')) return;
  const others = (await officers.list()).some(
    (one) => one.name !== officer.name && one.removedAt === null && may(one.role, 'manage'),
  );
  if (!others) throw new UserError(words.lastManager(officer.name));
}

/** 王芳, Li Ming, wang.fang */
function nameOf(name: string): string {
  const called = name.trim();
  if (!/^[\p{L}\p{N}][\p{L}\p{N} .·_-]{0,29}$/u.test(called)) throw new UserError(words.wrongName);
  return called;
}

function roleOf(role: string): Role {
  if (!isRole(role)) throw new UserError(words.wrongRole(role));
  return role;
}
