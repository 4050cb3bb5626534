/** A browser on its way to a sign-in elsewhere and back. */
import type { Way } from '../officers/index.ts';

/** What the browser keeps meanwhile, and only it: nobody else can come back in its place. */
export interface Journey {
  state: string;
  nonce: string;
  /** Of PKCE. */
  verifier: string;
}

/** Who it is there. */
export interface Proof {
  way: Way;
  account: string;
}
