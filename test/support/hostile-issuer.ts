/** An issuer on loopback that answers with whatever ID token it is told to, signed or not. */
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Forgery {
  claims?: Record<string, unknown>;
  /** own: the published key; other: a key that nobody published; none: no signature; secret: the client's secret as a key. */
  signature?: 'own' | 'other' | 'none' | 'secret';
}

export async function startHostileIssuer(client: { id: string; secret: string }) {
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const issuer = { url: '', forgery: {} as Forgery, nonce: '', close: async () => {} };

  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  function token({ claims = {}, signature = 'own' }: Forgery): string {
    const seconds = Math.floor(Date.now() / 1000);
    const said = {
      iss: issuer.url,
      aud: client.id,
      sub: 'wangfang',
      nonce: issuer.nonce,
      iat: seconds,
      exp: seconds + 300,
      ...claims,
    };
    const alg = { own: 'RS256', other: 'RS256', none: 'none', secret: 'HS256' }[signature];
    const text = `${part({ alg, kid: 'k' })}.${part(said)}`;
    const signed = {
      own: () => sign('sha256', Buffer.from(text), own.privateKey).toString('base64url'),
      other: () => sign('sha256', Buffer.from(text), other.privateKey).toString('base64url'),
      none: () => '',
      secret: () => createHmac('sha256', client.secret).update(text).digest('base64url'),
    }[signature]();
    return `${text}.${signed}`;
  }

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', issuer.url);
    const at = (path: string) => `${issuer.url}${path}`;
    const answers: Record<string, () => object> = {
      '/.well-known/openid-configuration': () => ({
        issuer: issuer.url,
        authorization_endpoint: at('/auth'),
        token_endpoint: at('/token'),
        jwks_uri: at('/keys'),
        id_token_signing_alg_values_supported: ['RS256'],
      }),
      '/keys': () => ({
        keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }],
      }),
      '/token': () => ({ access_token: 'a', token_type: 'bearer', id_token: token(issuer.forgery) }),
    };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answers[pathname]?.() ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  issuer.close = () => new Promise((resolve) => server.close(() => resolve()));
  return issuer;
}
