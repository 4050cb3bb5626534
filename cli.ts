/** The command line: `npx huiqi COMMAND …`. Each command is one file in cli/, loaded only when asked for. */
import type { Command } from './cli/command.ts';
import { wants } from './cli/wants.ts';
import { UserError } from './src/contract/index.ts';

const COMMANDS: Record<string, () => Promise<{ command: Command }>> = {
  ask: () => import('./cli/ask.ts'),
  chat: () => import('./cli/chat.ts'),
  match: () => import('./cli/match.ts'),
  figures: () => import('./cli/figures.ts'),
  ingest: () => import('./cli/ingest.ts'),
  draft: () => import('./cli/draft.ts'),
  cases: () => import('./cli/cases.ts'),
  approve: () => import('./cli/approve.ts'),
  shelf: () => import('./cli/shelf.ts'),
  knowledge: () => import('./cli/knowledge.ts'),
  deadlines: () => import('./cli/deadlines.ts'),
  reminders: () => import('./cli/reminders.ts'),
  tickets: () => import('./cli/tickets.ts'),
  backup: () => import('./cli/backup.ts'),
  restore: () => import('./cli/restore.ts'),
  doctor: () => import('./cli/doctor.ts'),
  key: () => import('./cli/key.ts'),
  officer: () => import('./cli/officer.ts'),
  mcp: () => import('./cli/mcp.ts'),
  'demo-reminders': () => import('./cli/demo-reminders.ts'),
  start: () => import('./cli/start.ts'),
  serve: () => import('./cli/serve.ts'),
};

async function main(argv: string[]): Promise<number> {
  const [name = '', ...rest] = argv;
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  const wanted = wants(load ? rest : argv);
  if (wanted !== null || name === 'help') {
    const help = await import('./cli/help.ts');
    if (wanted === 'version') return help.tellVersion();
    return load ? help.tellCommand(name, (await load()).command) : help.tellCommands(COMMANDS);
  }
  if (!load) {
    const list = Object.keys(COMMANDS).join(' | ');
    process.stderr.write(
      name ? `没有“${name}”这个命令。可用的命令：${list}\n` : `用法：huiqi 命令 …　可用的命令：${list}\n`,
    );
    return 2;
  }
  const { command } = await load();
  return command.run(rest);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
