/** Officers who sign in where the office already knows them: which account of which way is whose. */
import { UserError } from '../../contract/index.ts';
import type { Officer, Store } from '../../store/index.ts';
import { accountWords as words } from '../../words/index.ts';
import { find } from './accounts.ts';
import { type Actor, note } from './audit.ts';
import { openSession, type SignIn } from './sessions.ts';

/** oidc: the office's own sign-in; wecom: 企业微信. */
export const WAYS = ['oidc', 'wecom'] as const;
export type Way = (typeof WAYS)[number];
export type Accounts = Partial<Record<Way, string>>;

export const isWay = (text: string): text is Way => (WAYS as readonly string[]).includes(text);

const LONGEST = 255;

/** Kept as 'oidc:wang%40example.cn wecom:WangFang'. */
export function accountsOf({ subject }: Pick<Officer, 'subject'>): Accounts {
  const pairs = (subject ?? '').split(' ').flatMap((entry): [Way, string][] => {
    const [way = '', account = ''] = entry.split(':');
    return isWay(way) && account !== '' ? [[way, decodeURIComponent(account)]] : [];
  });
  return Object.fromEntries(pairs);
}

const kept = (accounts: Accounts): string | null =>
  WAYS.flatMap((way) => (accounts[way] ? [`${way}:${encodeURIComponent(accounts[way])}`] : [])).join(' ') ||
  null;

/** 企业微信 tells no capitals from small letters in its ids. */
const same = (way: Way, one: string, other: string): boolean =>
  way === 'wecom' ? one.toLowerCase() === other.toLowerCase() : one === other;

/** An empty account: signs in that way no more. Who came in by the one before is signed out everywhere. Throws UserError where the account is somebody else's. */
export const setAccount = (
  store: Store,
  { name, way, account }: { name: string; way: string; account: string },
  actor: Actor,
): Promise<void> =>
  store.transaction(async (records) => {
    if (!isWay(way)) throw new UserError(words.wrongWay(way));
    const wanted = account.trim();
    if (wanted.length > LONGEST) throw new UserError(words.wrongAccount);
    const officer = await find(records, name);
    const holder = wanted === '' ? null : holderIn(await records.officers.list(), way, wanted);
    if (holder && holder.name !== officer.name) throw new UserError(words.accountTaken(wanted, holder.name));
    const before = accountsOf(officer)[way] ?? null;
    if ((before ?? '') === wanted) return;
    await records.officers.put({ ...officer, subject: kept({ ...accountsOf(officer), [way]: wanted }) });
    await records.officers.endSessions(officer.name);
    await note(records, actor, store.now(), {
      action: 'officer.account',
      subject: officer.name,
      before: before && `${way}:${before}`,
      after: wanted === '' ? null : `${way}:${wanted}`,
    });
  });

export type SignInElsewhere = (SignIn & { kind: 'in' }) | { kind: 'stranger'; account: string };

/** For who has proved elsewhere to have this account; only officers who exist come in. The audit says which way. */
export const signInFrom = (
  store: Store,
  { way, account }: { way: Way; account: string },
): Promise<SignInElsewhere> =>
  store.transaction(async (records) => {
    const now = store.now();
    const officer = holderIn(await records.officers.list(), way, account);
    if (officer) return openSession(records, officer, { now, how: `${way}:${account}` });
    const stranger = account.slice(0, LONGEST);
    await note(records, { name: words.nobody }, now, {
      action: 'session.stranger',
      subject: `${way}:${stranger}`,
    });
    return { kind: 'stranger', account };
  });

const holderIn = (officers: readonly Officer[], way: Way, account: string): Officer | null =>
  officers.find((officer) => {
    const own = officer.removedAt === null ? accountsOf(officer)[way] : undefined;
    return own !== undefined && same(way, own, account);
  }) ?? null;
