/** Reads the words after a command: `--flag`, `--name value`, and the rest. */
import { parseArgs } from 'node:util';
import { isDay, UserError } from '../src/contract/index.ts';

type Shape = Record<string, { type: 'boolean' | 'string' }>;

/** Throws UserError on an option that the command does not have, or one without its value. */
export function readOptions<S extends Shape>(argv: string[], shape: S) {
  try {
    return parseArgs({ args: argv, options: shape, allowPositionals: true, strict: true });
  } catch (error) {
    const known = Object.keys(shape)
      .map((name) => `--${name}`)
      .join(' ');
    const wrong = /'(?<option>-[^' ]*)/u.exec((error as Error).message)?.groups?.option ?? '';
    throw new UserError(`参数 ${wrong} 不对或缺少值。可用的参数：${known}`);
  }
}

/** An option, --today unless named, as an ISO day. */
export function readDay(written: string | undefined, option = '--today'): string | undefined {
  if (written === undefined) return undefined;
  if (!isDay(written)) throw new UserError(`${option} ${written} 不是日期，请写成 2022-06-20 这样。`);
  return written;
}
