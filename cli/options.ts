/** Reads the words after a command: `--flag`, `--name value`, and the rest. What is read is what `--help` shows. */
import { parseArgs } from 'node:util';
import { isDay, UserError } from '../src/contract/index.ts';

/** An option by its name; `value` says in Chinese what stands after it. */
export type Options = Readonly<
  Record<string, { type: 'boolean'; help: string } | { type: 'string'; help: string; value: string }>
>;

export const TODAY = {
  type: 'string',
  value: '日期',
  help: '把“今天”当作这一天，如 2022-06-20',
} as const;

export const JSON_OUT = { type: 'boolean', help: '输出 JSON，一行一个' } as const;

/** Throws UserError on an option that the command does not have, or one without its value. */
export function readOptions<S extends Options>(argv: string[], options: S) {
  try {
    return parseArgs({ args: argv, options, allowPositionals: true, strict: true });
  } catch (error) {
    const known = Object.keys(options)
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
