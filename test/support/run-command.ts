/** A command of the command line, run in this process: what it is told, what it says, its exit code. A process of its own takes a second. */

import type { Command } from '../../cli/command.ts';
import { UserError } from '../../src/contract/index.ts';

export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** As cli.ts does; one at a time, for what is said goes through the one standard output. */
export async function runCommand([name = '', ...argv]: string[], env: NodeJS.ProcessEnv): Promise<Ran> {
  const { command } = (await import(`../../cli/${name}.ts`)) as { command: Command };
  const before = { env: process.env, out: process.stdout.write, err: process.stderr.write };
  const said = { out: '', err: '' };
  const into = (where: 'out' | 'err') =>
    ((text: string | Uint8Array) => {
      said[where] += text;
      return true;
    }) as typeof process.stdout.write;
  process.env = { ...before.env, ...env };
  process.stdout.write = into('out');
  process.stderr.write = into('err');
  let code: number;
  try {
    code = await command.run(argv);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    said.err += `${error.message}\n`;
    code = 1;
  } finally {
    process.env = before.env;
    process.stdout.write = before.out;
    process.stderr.write = before.err;
  }
  return { code, ...said };
}
