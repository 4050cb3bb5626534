/** Signing in and out. A session is a random token in the officer's browser; kept is only its hash. */
import { createHmac, randomBytes } from 'node:crypto';
import type { Officer, Records, Store } from '../../store/index.ts';
import { hashOf } from './accounts.ts';
import { note } from './audit.ts';
import { isPassword } from './passwords.ts';

export interface Session {
  name: string;
  role: string;
  /** What every form of this session has to carry. */
  formToken: string;
}

/** A working day; who comes back tomorrow signs in again. */
const SESSION_MS = 12 * 3_600_000;

/** The first wrong passwords cost nothing; then each doubles the wait, up to an hour. */
const FREE_TRIES = 4;
const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 3_600_000;

export type SignIn =
  | { kind: 'in'; token: string; name: string }
  | { kind: 'wrong' }
  | { kind: 'wait'; seconds: number };

export async function signIn(
  store: Store,
  { name, password }: { name: string; password: string },
): Promise<SignIn> {
  const called = name.trim();
  const officer = await store.transaction(({ officers }) => officers.get(called));
  const wait = (officer?.blockedUntil ?? 0) - store.now();
  if (wait > 0) return { kind: 'wait', seconds: Math.ceil(wait / 1000) };
  const isRight = await isPassword(password, officer?.removedAt === null ? officer.password : null);
  return store.transaction(async (records) => {
    const now = store.now();
    const current = await records.officers.get(called);
    if (!current || current.removedAt !== null) return { kind: 'wrong' };
    if (!isRight || current.password !== officer?.password) return failed(records, current, now);
    await records.officers.put({ ...current, failures: 0, blockedUntil: 0 });
    return openSession(records, current, { now, how: 'password' });
  });
}

async function failed(records: Records, officer: Officer, now: number): Promise<SignIn> {
  const failures = officer.failures + 1;
  const over = failures - FREE_TRIES;
  const wait = over > 0 ? Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (over - 1)) : 0;
  await records.officers.put({ ...officer, failures, blockedUntil: now + wait });
  await note(records, officer, now, {
    action: 'session.refused',
    subject: officer.name,
    after: String(failures),
  });
  return wait > 0 ? { kind: 'wait', seconds: Math.ceil(wait / 1000) } : { kind: 'wrong' };
}

/** For who has proved who it is, here or at the office's own sign-in. */
export async function openSession(
  records: Records,
  officer: Officer,
  { now, how }: { now: number; how: string },
): Promise<SignIn & { kind: 'in' }> {
  const token = randomBytes(32).toString('base64url');
  await records.officers.pruneSessions(now);
  await records.officers.addSession({
    hash: hashOf(token),
    officer: officer.name,
    createdAt: now,
    expiresAt: now + SESSION_MS,
  });
  await note(records, officer, now, { action: 'session.open', subject: officer.name, after: how });
  return { kind: 'in', token, name: officer.name };
}

/** Null: no such session, over, or its officer was taken off. The role is the one of this moment. */
export const sessionOf = (store: Store, token: string): Promise<Session | null> =>
  store.transaction(async ({ officers }) => {
    const session = await officers.session(hashOf(token));
    if (!session || session.expiresAt <= store.now()) return null;
    const officer = await officers.get(session.officer);
    if (!officer || officer.removedAt !== null) return null;
    return { name: officer.name, role: officer.role, formToken: formTokenOf(token) };
  });

/** Told by who has the session's cookie, and by nobody else. */
const formTokenOf = (token: string): string =>
  createHmac('sha256', token).update('form').digest('base64url').slice(0, 32);

export const signOut = (store: Store, token: string): Promise<void> =>
  store.transaction(async (records) => {
    const session = await records.officers.session(hashOf(token));
    if (!session) return;
    await records.officers.endSession(session.hash);
    await note(records, { name: session.officer }, store.now(), {
      action: 'session.close',
      subject: session.officer,
    });
  });

/** On every device. */
export const signOutEverywhere = (store: Store, name: string): Promise<void> =>
  store.transaction(async (records) => {
    await records.officers.endSessions(name);
    await note(records, { name }, store.now(), { action: 'session.close-all', subject: name });
  });
