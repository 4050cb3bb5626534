/** What wechaty throws and emits, without what it must not tell: a wrong token stands in the error about it. */
import { describeError } from '../log.ts';

/** gRPC's numbers. */
const UNAVAILABLE = 14;
const UNAUTHENTICATED = 16;
/** The far side has looked at the request and said no. */
const REFUSED = new Set([3, 5, 7, 9, 12]);

export const codeOf = (error: unknown): number | null => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'number' ? code : null;
};

export const isCut = (error: unknown): boolean => codeOf(error) === UNAVAILABLE;
export const isWrongToken = (error: unknown): boolean => codeOf(error) === UNAUTHENTICATED;
export const isRefusal = (error: unknown): boolean => REFUSED.has(codeOf(error) ?? -1);

/** For the log. */
export function describeFailure(error: unknown, token: string | undefined): Record<string, unknown> {
  return describeError(error, token);
}
