/** `doctor [--running] [--offline] [--json]`: looks at everything that has to be right, and says what to do. Changes nothing. */
import { loadSettings } from '../src/service/index.ts';
import type { Command } from './command.ts';
import type { Finding } from './doctor/finding.ts';
import { JSON_OUT, type Options, readOptions } from './options.ts';

const options = {
  running: { type: 'boolean', help: '只问正在运行的机器人好不好（给容器和监控用）' },
  offline: { type: 'boolean', help: '不连 Telegram、微信等平台' },
  json: JSON_OUT,
} as const satisfies Options;

const MARKS: Record<Finding['state'], string> = { ok: '✓', note: '!', bad: '✗' };

export const command: Command = {
  summary: '检查设置、数据、磁盘、时钟、文件、备份和渠道，哪里不对、怎么办',
  usage: ['doctor', 'doctor --running'],
  options,
  async run(argv) {
    const { values } = readOptions(argv, options);
    const findings = values.running ? await lookAtRunningOnly() : await lookAtAll(values.offline === true);
    const line = ({ state, about, says }: Finding) => `${MARKS[state]} ${about}　${says}`;
    const shown = values.json ? findings.map((one) => JSON.stringify(one)) : findings.map(line);
    process.stdout.write(`${shown.join('\n')}\n`);
    return findings.some(({ state }) => state === 'bad') ? 1 : 0;
  },
};

async function lookAtRunningOnly(): Promise<Finding[]> {
  const { lookAtRunning } = await import('./doctor/outside.ts');
  return lookAtRunning(loadSettings());
}

async function lookAtAll(offline: boolean): Promise<Finding[]> {
  const [{ lookAtSettings }, machine, state, outside] = await Promise.all([
    import('./doctor/settings.ts'),
    import('./doctor/machine.ts'),
    import('./doctor/state.ts'),
    import('./doctor/outside.ts'),
  ]);
  const { settings, findings } = lookAtSettings();
  if (!settings) return [...machine.lookAtProgram(), ...findings];
  const now = Date.now();
  return [
    ...machine.lookAtProgram(),
    ...findings,
    ...(await state.lookAtState(settings, now)),
    ...(await machine.lookAtDisk(settings)),
    ...state.lookAtBackups(settings, now),
    ...(offline
      ? []
      : [
          ...(await outside.lookAtChannels(process.env)),
          ...(await outside.lookAtMail(settings)),
          ...(await outside.lookAtSignIn(settings)),
        ]),
  ];
}
