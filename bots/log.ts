/** The log of the bot. What goes in is meant to hold no tokens, telephone numbers or message texts; what slips in is blotted out here. */
import { createHash } from 'node:crypto';
import { type DestinationStream, destination, type Logger, pino } from 'pino';

export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'debug'>;

const BLOT = '[已隐去]';

/** Kept out by name, whatever they hold. */
const PRIVATE_FIELDS = ['text', 'body', 'label', 'caption', 'token', 'secret', 'phone', 'payload', 'message'];

/**
 * What is blotted out wherever it stands:
 * a Bot API token      123456789:AAF9xk3…, also inside /bot123456789:AAF9xk3…/getMe
 * a puppet's token     puppet_padlocal_0123456789abcdef, insecure_6ba7b810-9dad-11d1-80b4-00c04fd430c8
 * a key in a query     access_token=68_abc, secret: Xy12…
 * a mobile number      13800138000, +86 138-0013-8000
 * a landline           0791-83881234
 */
const PRIVATE_TEXT: RegExp[] = [
  /\d{3,12}:[\w-]{10,}/gu,
  /(?:puppet|insecure|token)_[\w-]{8,}/giu,
  /(?<key>access_token|secret|password|authorization|aeskey|corpsecret|token)(?<is>"?\s*[=:]\s*"?)(?:Bearer )?[\w+/=.-]{6,}/giu,
  /(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/gu,
  /(?<![\d-])0\d{2,3}-\d{7,8}(?!\d)/gu,
];

/** The text with tokens and telephone numbers blotted out. */
export function redact(text: string): string {
  return PRIVATE_TEXT.reduce(
    (clean, pattern) =>
      clean.replace(pattern, (...found) => {
        const groups = found.at(-1) as { key?: string; is?: string } | string;
        return typeof groups === 'object' && groups.key ? `${groups.key}${groups.is}${BLOT}` : BLOT;
      }),
    text,
  );
}

/** Tells chats apart in the log without naming them. */
export function chatTag(channel: string, conversationId: string): string {
  return createHash('sha256').update(`${channel}\0${conversationId}`).digest('hex').slice(0, 8);
}

/**
 * What the log keeps of an error: its kind, code, places in the code and its message with private things blotted out.
 * `saidByContact` is blotted out as well: an error often quotes what it choked on.
 */
export function describeError(error: unknown, saidByContact = ''): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { code } = error as Error & { code?: unknown };
  const blotted = saidByContact.trim() ? error.message.replaceAll(saidByContact, BLOT) : error.message;
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line));
  return {
    kind: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    reason: redact(blotted).slice(0, 300),
    at: places.slice(0, 4).map((line) => line.trim()),
  };
}

export interface LogOptions {
  level?: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Where the lines go; standard error by default, so that standard output stays free for answers. */
  to?: DestinationStream;
}

export function createLog({ level = 'info', to = destination(2) }: LogOptions = {}): Logger {
  const paths = PRIVATE_FIELDS.flatMap((field) => [field, `*.${field}`]);
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      redact: { paths, censor: BLOT },
      serializers: { err: (error: unknown) => describeError(error) },
    },
    { write: (line: string) => to.write(redact(line)) },
  );
}

/** For tests and tools that want quiet. */
export const silentLog: Log = pino({ level: 'silent' });
