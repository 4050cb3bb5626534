/** Who works in the console, who calls, and what was changed. */
import type { Generated } from 'kysely';

export interface OfficersTables {
  /** `password`: scrypt, as passwords.ts of the service writes it. `link`: hash of a link with which one may be set. */
  officer: {
    office: string;
    name: string;
    role: string;
    password: string | null;
    link: string | null;
    linkUntil: number | null;
    subject: string | null;
    failures: number;
    blockedUntil: number;
    createdAt: number;
    removedAt: number | null;
  };
  officerSession: { office: string; hash: string; officer: string; createdAt: number; expiresAt: number };
  /** Added to, never changed, never deleted. */
  audit: {
    office: string;
    sequence: Generated<number>;
    at: number;
    by: string;
    action: string;
    subject: string;
    before: string | null;
    after: string | null;
    comment: string | null;
  };
  /** `scopes`: words with blanks between them. The key itself is not kept. */
  apiKey: {
    office: string;
    id: string;
    name: string;
    hash: string;
    scopes: string;
    perMinute: number;
    expiresOn: string | null;
    createdAt: number;
    lastUsedAt: number | null;
    revokedAt: number | null;
  };
}
