/** Who works in the console, who calls, and what was changed. */
import type { Generated } from 'kysely';
import type { AuditEntry, Officer, OfficerSession } from '../interface/officers.ts';

export interface OfficersTables {
  /** `password`: scrypt, as passwords.ts of the service writes it. `link`: hash of a link with which one may be set. */
  officer: { office: string } & Officer;
  officerSession: { office: string } & OfficerSession;
  /** Added to, never changed, never deleted. */
  audit: { office: string; sequence: Generated<number> } & Omit<AuditEntry, 'sequence'>;
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
