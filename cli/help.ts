/** What `--help` and `--version` say. Loaded only when asked for; answers the exit code as a command does. */
import { readFileSync } from 'node:fs';
import type { Command } from './command.ts';
import type { Options } from './options.ts';

/** A checkout has package.json beside cli/, the package one folder above dist/. */
const PLACES = ['../package.json', '../../package.json'];

/** The version of package.json. */
export function version(): string {
  for (const place of PLACES) {
    try {
      const { name, version } = JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8')) as {
        name: string;
        version: string;
      };
      if (name === 'huiqi') return version;
    } catch {
      // Not here: the other place has it.
    }
  }
  return '未知';
}

export function tellVersion(): number {
  process.stdout.write(`huiqi ${version()}\n`);
  return 0;
}

/** All commands, a line each. */
export async function tellCommands(commands: Record<string, () => Promise<{ command: Command }>>) {
  const loaded = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => [name, (await load()).command.summary] as const),
  );
  const lines = aligned(loaded.map(([name, summary]) => [`  ${name}`, summary]));
  process.stdout.write(
    `惠企 ${version()}\n用法：huiqi 命令 [参数]\n\n${lines}\n\n某个命令的用法：huiqi 命令 --help　设置写在 .env，见 .env.example\n`,
  );
  return 0;
}

/** One command: what it does, how it is called, its options. */
export function tellCommand(name: string, { summary, usage, options }: Command): number {
  const calls = usage.map((form) => `  huiqi ${form}`).join('\n');
  process.stdout.write(`huiqi ${name}　${summary}\n\n用法：\n${calls}\n\n参数：\n${optionLines(options)}\n`);
  return 0;
}

const ALWAYS: [string, string][] = [
  ['  --help', '这段说明'],
  ['  --version', '版本'],
];

function optionLines(options: Options): string {
  const own = Object.entries(options).map(([name, option]): [string, string] => [
    `  --${name}${option.type === 'string' ? ` ${option.value}` : ''}`,
    option.help,
  ]);
  return aligned([...own, ...ALWAYS]);
}

/** Two columns; a Chinese character is as wide as two others. */
function aligned(rows: (readonly [string, string])[]): string {
  const width = (text: string) => [...text].reduce((sum, one) => sum + (one > '\u2e80' ? 2 : 1), 0);
  const widest = Math.max(...rows.map(([left]) => width(left)));
  return rows.map(([left, right]) => `${left}${' '.repeat(widest - width(left) + 2)}${right}`).join('\n');
}
