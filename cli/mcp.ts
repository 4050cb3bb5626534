/** `huiqi mcp [--today D]`: the tools for an agent on this machine, over standard input and output. Opens no store and no port. */
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { createMachineServer } from '../api/index.ts';
import { clockOn, shanghaiDay } from '../src/contract/index.ts';
import { askBeforehand, libraryOf, loadSettings, readMind } from '../src/service/index.ts';
import type { Command } from './command.ts';
import { type Options, readDay, readOptions, TODAY } from './options.ts';

const options = { today: TODAY } as const satisfies Options;

export const command: Command = {
  summary: '给本机的智能体用：从标准输入输出说 MCP（问、匹配、依据、条文、截止、数字）',
  usage: ['mcp'],
  options,
  async run(argv) {
    const { values } = readOptions(argv, options);
    const settings = loadSettings();
    const clock = clockOn(readDay(values.today) ?? settings.HUIQI_TODAY);
    const library = libraryOf(await readMind(settings));
    await askBeforehand(library, shanghaiDay(clock.now()));
    const desk = { library: () => library, today: () => shanghaiDay(clock.now()), async unanswered() {} };
    // Standard output belongs to the protocol.
    const onError = (error: unknown) => process.stderr.write(`${String(error)}\n`);
    const ended = new Promise<void>((resolve) => {
      process.stdin.once('end', resolve);
      process.stdin.once('close', resolve);
    });
    const server = serveStdio(
      () => createMachineServer({ desk, may: (scope) => scope !== 'draft', onError }),
      {
        onerror: onError,
      },
    );
    await ended;
    await server.close();
    return 0;
  },
};
