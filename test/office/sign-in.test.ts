/** Who gets in, what each role may do on every route, and what stands behind: sessions, slow-down, audit. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ROUTES } from '../../office/index.ts';
import {
  addOfficer,
  auditTrail,
  MATRIX,
  may,
  ROLES,
  type Role,
  renewLink,
  setPassword,
} from '../../src/service/index.ts';
import { type Office, officerAt, openOffice, PASSWORD } from './world.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(async () => {
  expect(office.errors).toEqual([]);
  await office.stop();
});

const HERE = { name: '测试' };

describe('the first link', () => {
  test('lets a password be set once, and not again', async () => {
    const { token } = await addOfficer(office.store, { name: '王芳', role: '管理' }, HERE);
    const someone = officerAt(office.hono);
    const $ = await someone.page(`/office/link/${token}`);
    expect($('main').text()).toContain('王芳，请设一个密码');
    for (const [password, again, fault] of [
      ['short', 'short', '至少要10个字符'],
      ['1234567890', '1234567890', '太容易猜到'],
      [PASSWORD, `${PASSWORD}。`, '不一样'],
    ] as const) {
      const refused = await someone.post(`/office/link/${token}`, { password, again });
      expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining(fault)]);
    }
    const set = await someone.post(`/office/link/${token}`, { password: PASSWORD, again: PASSWORD });
    expect(set.headers.get('location')).toBe('/office/sign-in?done=set');
    expect((await someone.get(`/office/link/${token}`)).status).toBe(422);
    const entered = await someone.post('/office/sign-in', { name: '王芳', password: PASSWORD });
    expect(entered.headers.get('location')).toBe('/office');
    expect((await someone.page('/office/account'))('main').text()).toContain('角色：管理');
  });

  test('is kept as a hash only, and so is the password', async () => {
    const { token } = await addOfficer(office.store, { name: '王芳', role: '管理' }, HERE);
    await office.signedIn('李明', '查看');
    const kept = JSON.stringify(await office.store.transaction(({ officers }) => officers.list()));
    expect(kept).not.toContain(token);
    expect(kept).not.toContain(PASSWORD);
  });
});

describe('a session', () => {
  test('is bound to the host over https, unreadable to scripts, and ends on every device at once', async () => {
    const secure = await openOffice({ PUBLIC_URL: 'https://huiqi.example.cn' });
    const one = await secure.signedIn('王芳', '管理');
    expect(one.cookie()).toMatch(/^__Host-huiqi-office=/u);
    const other = officerAt(secure.hono);
    const entered = await other.post('/office/sign-in', { name: '王芳', password: PASSWORD });
    expect(entered.headers.get('set-cookie')).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Secure$/u);
    expect((await other.get('/office/account')).status).toBe(200);
    await one.post('/office/sign-out-everywhere');
    expect((await other.get('/office/account')).headers.get('location')).toBe(
      '/office/sign-in?to=%2Foffice%2Faccount',
    );
    await secure.stop();
  });

  test('ends when its officer is taken off', async () => {
    const manager = await office.signedIn('王芳', '管理');
    const viewer = await office.signedIn('李明', '查看');
    expect((await viewer.get('/office/account')).status).toBe(200);
    await manager.post('/office/officers/remove', { name: '李明' });
    expect((await viewer.get('/office/account')).status).toBe(303);
    const again = await viewer.post('/office/sign-in', { name: '李明', password: PASSWORD });
    expect(again.status).toBe(401);
  });

  test.each(['//evil.example', 'https://evil.example', '/office//evil.example', '/p'])(
    'leads to no other place than the console: %s',
    async (to) => {
      await office.signedIn('王芳', '管理');
      const entered = await officerAt(office.hono).post('/office/sign-in', {
        name: '王芳',
        password: PASSWORD,
        to,
      });
      expect(entered.headers.get('location')).toBe('/office');
    },
  );
});

test('wrong passwords slow the next try down, for the right one too, and are in the audit', async () => {
  await office.signedIn('王芳', '管理');
  const someone = officerAt(office.hono);
  const statuses: number[] = [];
  for (let n = 0; n < 6; n += 1)
    statuses.push((await someone.post('/office/sign-in', { name: '王芳', password: `wrong ${n}` })).status);
  expect(statuses).toEqual([401, 401, 401, 401, 429, 429]);
  const right = await someone.post('/office/sign-in', { name: '王芳', password: PASSWORD });
  expect(right.status).toBe(429);
  expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0);
  const refused = (await auditTrail(office.store, { limit: 50 })).filter(
    ({ action }) => action === 'session.refused',
  );
  expect(refused).toHaveLength(5);
});

test('a name that nobody has is refused in the same words', async () => {
  await office.signedIn('王芳', '管理');
  const someone = officerAt(office.hono);
  const text = async (name: string) =>
    (await (await someone.post('/office/sign-in', { name, password: 'wrong one' })).text()).replaceAll(
      name,
      '',
    );
  expect(await text('赵云')).toBe(await text('王芳'));
});

describe('posts', () => {
  test.each([
    ['from another site', { 'sec-fetch-site': 'cross-site' }, {}],
    ['from an old browser on another site', { 'sec-fetch-site': '', origin: 'https://evil.example' }, {}],
    ['without the token of the session', {}, { token: '' }],
    ['with another token', {}, { token: 'x'.repeat(32) }],
  ])('are refused %s, and change nothing', async (_, headers, fields) => {
    const manager = await office.signedIn('王芳', '管理');
    const refused = await manager.post(
      '/office/officers',
      { name: '李明', role: '查看', ...fields },
      headers,
    );
    expect(refused.status).toBe(403);
    const names = (await office.store.transaction(({ officers }) => officers.list())).map(({ name }) => name);
    expect(names).toEqual(['王芳']);
  });

  test('that are refused give back what was typed, but no password', async () => {
    const manager = await office.signedIn('王芳', '管理');
    const refused = await manager.post('/office/officers', { name: '李明', role: '站长' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('李明');
  });
});

describe('the matrix of roles', () => {
  test('is walked over every route: what a role may not do is refused before anything is read', async () => {
    for (const role of ROLES) {
      const officer = await office.signedIn(`${role}员`, role);
      for (const { method, path, needs } of ROUTES) {
        if (needs === 'anyone' || needs === 'officer' || may(role, needs)) continue;
        const address = path.replaceAll(/:\w+/gu, 'x');
        const response = method === 'get' ? await officer.get(address) : await officer.post(address);
        expect([role, method, path, response.status]).toEqual([role, method, path, 403]);
      }
    }
  });

  test('asks everybody to sign in on every route but those before signing in', async () => {
    const nobody = officerAt(office.hono);
    for (const { method, path, needs } of ROUTES) {
      if (needs === 'anyone') continue;
      const address = path.replaceAll(/:\w+/gu, 'x');
      const response = method === 'get' ? await nobody.get(address) : await nobody.post(address);
      expect([method, path, response.headers.get('location')?.split('?')[0]]).toEqual([
        method,
        path,
        '/office/sign-in',
      ]);
    }
  });

  test('gives each role what the one before it may, and more', () => {
    const counts = ROLES.map((role: Role) => MATRIX[role].length);
    expect(counts).toEqual(counts.toSorted());
    ROLES.slice(1).forEach((role, i) => {
      expect(MATRIX[role]).toEqual(expect.arrayContaining([...MATRIX[ROLES[i]!]]));
    });
  });

  test('knows every route that answers: no other path of the console does anything', async () => {
    const manager = await office.signedIn('王芳', '管理');
    expect(
      office.hono.routes
        .filter(({ method }) => method !== 'ALL')
        .map(({ method, path }) => `${method} ${path}`),
    ).toEqual(ROUTES.map(({ method, path }) => `${method.toUpperCase()} ${path}`));
    expect((await manager.get('/office/nowhere')).status).toBe(404);
    expect((await manager.post('/office/audit')).status).toBe(404);
  });
});

test('who gets another role, another account or another password is signed out everywhere', async () => {
  const manager = await office.signedIn('王芳', '管理');
  const changes: [name: string, path: string, fields: Record<string, string>][] = [
    ['李明', '/office/officers/role', { role: '审核' }],
    ['赵敏', '/office/officers/account', { way: 'oidc', account: 'zhao@example.cn' }],
  ];
  for (const [name, path, fields] of changes) {
    const officer = await office.signedIn(name, '查看');
    expect((await officer.get('/office/account')).status).toBe(200);
    await manager.post(path, { name, ...fields });
    expect((await officer.get('/office/account')).status).toBe(303);
  }
  const third = await office.signedIn('孙丽', '查看');
  const { token } = await renewLink(office.store, '孙丽', { name: '王芳' });
  await setPassword(office.store, { token, password: `${PASSWORD}二` });
  expect((await third.get('/office/account')).status).toBe(303);
});

test('every change of an officer has its row in the audit: who, what, before, after', async () => {
  const manager = await office.signedIn('王芳', '管理');
  await manager.post('/office/officers', { name: '李明', role: '查看' });
  await manager.post('/office/officers/role', { name: '李明', role: '审核' });
  await manager.post('/office/officers/remove', { name: '李明' });
  const rows = (await auditTrail(office.store, { limit: 3 })).map(
    ({ by, action, subject, before, after }) => ({
      by,
      action,
      subject,
      before,
      after,
    }),
  );
  expect(rows).toEqual([
    { by: '王芳', action: 'officer.remove', subject: '李明', before: '审核', after: null },
    { by: '王芳', action: 'officer.role', subject: '李明', before: '查看', after: '审核' },
    { by: '王芳', action: 'officer.add', subject: '李明', before: null, after: '查看' },
  ]);
  const $ = await manager.page('/office/audit');
  expect($('tbody tr').first().text()).toContain('撤下工作人员');
});

test('the last who can manage officers cannot be taken off or made less', async () => {
  const manager = await office.signedIn('王芳', '管理');
  expect((await manager.post('/office/officers/remove', { name: '王芳' })).status).toBe(422);
  expect((await manager.post('/office/officers/role', { name: '王芳', role: '查看' })).status).toBe(422);
  expect((await manager.get('/office/officers')).status).toBe(200);
});

test('every page ties itself to itself', async () => {
  const manager = await office.signedIn('王芳', '管理');
  for (const path of ['/office/sign-in', '/office/officers', '/office/audit']) {
    const { headers } = await manager.get(path);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('cache-control')).toBe('no-store');
  }
});
