/** `huiqi` as people start it: a process of its own, in a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../bin/huiqi.mjs', import.meta.url));

export interface Served {
  child: ChildProcess;
  /** All that was printed so far. */
  out(): string;
  err(): string;
  /** Resolves when these words are on standard output, or the process has ended. */
  printed(words: string): Promise<void>;
  /** The exit code, once it has ended. */
  ended: Promise<number | null>;
  /** Ends it; answers the exit code, null after a SIGKILL. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export function startCli(argv: string[], environment: Record<string, string>): Served {
  const child = spawn(process.execPath, [CLI, ...argv], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {
    child,
    out: () => out,
    async printed(words) {
      while (!out.includes(words) && child.exitCode === null && child.signalCode === null)
        await Promise.race([once(child.stdout, 'data'), ended]);
    },
    err: () => err,
    ended,
    async end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}
