/** The document that the client was generated from: its version is that of the knowledge, and no part of the contract. */
import { createHash } from 'node:crypto';
import { openApiOf } from '../../../api/index.ts';

export const clientDocument = (): object => openApiOf('any');

export const documentHash = (): string =>
  createHash('sha256').update(JSON.stringify(clientDocument())).digest('hex').slice(0, 16);
