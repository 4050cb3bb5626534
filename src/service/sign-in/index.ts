/** Sign-in of officers where the office already knows them. */

import type { Store } from '../../store/index.ts';
import { type SignInElsewhere, signInFrom, type Way } from '../officers/index.ts';
import type { Settings } from '../settings.ts';
import type { Journey } from './journey.ts';
import { beginOidc, endOidc } from './oidc.ts';
import { beginWecom, endWecom } from './wecom.ts';

export type { Journey } from './journey.ts';

/** The ways that the settings open, each as officers call it. */
export function waysIn({ OIDC_ISSUER, OIDC_NAME, WECOM_CORP_ID }: Settings): { way: Way; name: string }[] {
  return [
    ...(OIDC_ISSUER === undefined ? [] : [{ way: 'oidc' as const, name: OIDC_NAME }]),
    ...(WECOM_CORP_ID === undefined ? [] : [{ way: 'wecom' as const, name: '企业微信' }]),
  ];
}

/** Where to send the browser, and what it has to keep; null: that way is not open. `back`: where it is to come back to. */
export const beginSignIn = async (settings: Settings, way: Way, back: string) =>
  way === 'oidc' ? beginOidc(settings, back) : beginWecom(settings, back);

/** Throws where what came back is not what was asked for; an account that is no officer's is a stranger's. */
export async function endSignIn(
  store: Store,
  settings: Settings,
  { way, ...came }: { way: Way; back: string; returned: URLSearchParams; journey: Journey },
): Promise<SignInElsewhere> {
  return signInFrom(store, way === 'oidc' ? await endOidc(settings, came) : await endWecom(settings, came));
}
