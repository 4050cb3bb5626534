/** Sign-in at the office's own issuer (OpenID Connect): authorization code with PKCE, state and nonce; the signature of what comes back is checked. */
import type { AuthorizationServer } from 'oauth4webapi';
import type { Settings } from '../settings.ts';
import type { Journey, Proof } from './journey.ts';

export type OidcSettings = Pick<
  Settings,
  'OIDC_ISSUER' | 'OIDC_CLIENT_ID' | 'OIDC_CLIENT_SECRET' | 'OIDC_CLAIM'
>;

const PATIENCE_MS = 10_000;

/** Loaded when somebody signs in. */
const library = () => import('oauth4webapi');
type Library = Awaited<ReturnType<typeof library>>;

/** Settings allow http:// on this machine only. */
const overWire = (oauth: Library, issuer: string) => ({
  [oauth.allowInsecureRequests]: issuer.startsWith('http://'),
  signal: () => AbortSignal.timeout(PATIENCE_MS),
});

async function serverOf(oauth: Library, issuer: string): Promise<AuthorizationServer> {
  const url = new URL(issuer);
  return oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, overWire(oauth, issuer)));
}

/** Where the browser is sent; null where the settings name no issuer. */
export async function beginOidc(
  { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: client }: OidcSettings,
  back: string,
): Promise<{ address: string; journey: Journey } | null> {
  if (issuer === undefined || client === undefined) return null;
  const oauth = await library();
  const server = await serverOf(oauth, issuer);
  const journey = {
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    verifier: oauth.generateRandomCodeVerifier(),
  };
  const address = new URL(server.authorization_endpoint ?? '');
  const asked = {
    client_id: client,
    redirect_uri: back,
    response_type: 'code',
    scope: 'openid profile email',
    state: journey.state,
    nonce: journey.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(journey.verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
  return { address: address.href, journey };
}

/** `returned`: what the browser brings back. Throws where anything of it is not as it was asked for. */
export async function endOidc(
  settings: OidcSettings,
  { back, returned, journey }: { back: string; returned: URLSearchParams; journey: Journey },
): Promise<Proof> {
  const { OIDC_ISSUER: issuer = '', OIDC_CLIENT_ID: id = '', OIDC_CLIENT_SECRET: secret } = settings;
  const oauth = await library();
  const server = await serverOf(oauth, issuer);
  const client = { client_id: id };
  const params = oauth.validateAuthResponse(server, client, returned, journey.state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    authenticationOf(oauth, server, secret),
    params,
    back,
    journey.verifier,
    overWire(oauth, issuer),
  );
  const answer = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: journey.nonce,
    requireIdToken: true,
  });
  await oauth.validateApplicationLevelSignature(server, response, overWire(oauth, issuer));
  const claims = oauth.getValidatedIdTokenClaims(answer);
  const account = claims?.[settings.OIDC_CLAIM];
  if (typeof account !== 'string' || account === '') throw new Error(`no claim ${settings.OIDC_CLAIM}`);
  // An address that the issuer has not checked may be anybody's.
  if (settings.OIDC_CLAIM === 'email' && claims?.email_verified !== true)
    throw new Error('an unverified email');
  return { way: 'oidc', account };
}

function authenticationOf(oauth: Library, server: AuthorizationServer, secret: string | undefined) {
  if (secret === undefined) return oauth.None();
  const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  return ways.includes('client_secret_basic')
    ? oauth.ClientSecretBasic(secret)
    : oauth.ClientSecretPost(secret);
}
