/** Officers: added, given another role, taken off; and the audit. */
import {
  addOfficer,
  auditTrail,
  changeRole,
  listOfficers,
  removeOfficer,
  renewLink,
  setAccount,
  waysIn,
} from '../../src/service/index.ts';
import type { Desk } from '../desk.ts';
import { auditPage, officersPage } from '../pages/officers.ts';
import { type AskedByOfficer, get, post, type Route } from '../route.ts';

const PAGE = 50;

async function show(
  { c, officer }: AskedByOfficer,
  { store, settings }: Desk,
  link: { name: string; address: string } | null,
) {
  const officers = await listOfficers(store);
  return c.html(
    officersPage({ officer, path: '/office/officers' }, { officer, officers, link, ways: waysIn(settings) }),
  );
}

function addressOf({ c }: AskedByOfficer, { settings }: Desk, token: string): string {
  const root = settings.PUBLIC_URL?.replace(/\/$/u, '') ?? new URL(c.req.url).origin;
  return `${root}/office/link/${token}`;
}

export const officerRoutes: readonly Route[] = [
  get('/office/officers', 'manage', (asked, desk) => show(asked, desk, null)),

  post('/office/officers', 'manage', async (asked, desk) => {
    const name = asked.form.text('name');
    const { token } = await addOfficer(desk.store, { name, role: asked.form.text('role') }, asked.officer);
    return show(asked, desk, { name, address: addressOf(asked, desk, token) });
  }),

  post('/office/officers/link', 'manage', async (asked, desk) => {
    const name = asked.form.text('name');
    const { token } = await renewLink(desk.store, name, asked.officer);
    return show(asked, desk, { name, address: addressOf(asked, desk, token) });
  }),

  post('/office/officers/role', 'manage', async ({ c, form, officer }, { store }) => {
    await changeRole(store, { name: form.text('name'), role: form.text('role') }, officer);
    return c.redirect('/office/officers', 303);
  }),

  post('/office/officers/account', 'manage', async ({ c, form, officer }, { store }) => {
    const [name, way, account] = [form.text('name'), form.text('way'), form.text('account')];
    await setAccount(store, { name, way, account }, officer);
    return c.redirect('/office/officers', 303);
  }),

  post('/office/officers/remove', 'manage', async ({ c, form, officer }, { store }) => {
    await removeOfficer(store, { name: form.text('name') }, officer);
    return c.redirect('/office/officers', 303);
  }),

  get('/office/audit', 'manage', async ({ c, officer, query }, { store }) => {
    const before = /^\d{1,15}$/u.test(query('before')) ? { before: Number(query('before')) } : {};
    const entries = await auditTrail(store, { ...before, limit: PAGE + 1 });
    const shown = entries.slice(0, PAGE);
    const older = entries.length > PAGE ? shown.at(-1)!.sequence : null;
    return c.html(auditPage({ officer, path: c.req.path }, { entries: shown, older }));
  }),
];
