/** A real issuer (oidc-provider) on loopback that signs in whoever it is told to, and a browser that goes there and comes back. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export interface Issuer {
  url: string;
  /** Who signs in next there. */
  person: { sub: string; email: string; email_verified: boolean };
  close(): Promise<void>;
}

export const CLIENT = { id: 'huiqi', secret: 'a-secret-of-the-office' };

export async function startIssuer(back: string): Promise<Issuer> {
  let handle: (...given: Parameters<ReturnType<Provider['callback']>>) => void = () => {};
  const server = createServer((request, response) => handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer: Issuer = {
    url,
    person: { sub: 'wangfang', email: 'wang@example.cn', email_verified: true },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const provider = new Provider(url, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [back] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    ttl: { Interaction: 60, Session: 60, Grant: 60, AccessToken: 60, IdToken: 60 },
    cookies: { keys: ['k'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => ({ ...issuer.person, sub }) }),
    /** The office has agreed for everybody. */
    async loadExistingGrant(context: {
      oidc: { client: { clientId: string }; session: { accountId: string } };
    }) {
      const { client, session } = context.oidc;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  handle = (request, response) => {
    if (request.url?.startsWith('/interaction/'))
      void provider.interactionFinished(request, response, { login: { accountId: issuer.person.sub } });
    else answer(request, response);
  };
  return issuer;
}

/** Follows the issuer's redirects with its cookies, until one leads away from it: where the browser comes back to. */
export async function signInThere(address: string): Promise<URL> {
  const { origin } = new URL(address);
  const jar = new Map<string, string>();
  let next = new URL(address);
  for (let steps = 0; next.origin === origin; steps += 1) {
    if (steps > 9) throw new Error(`round and round at ${next.pathname}`);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(next, { redirect: 'manual', headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(set) ?? [];
      jar.set(name, value);
    }
    const to = response.headers.get('location');
    if (to === null) throw new Error(`${response.status} at ${next.pathname}: ${await response.text()}`);
    next = new URL(to, next);
  }
  return next;
}
