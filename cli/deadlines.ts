/** `huiqi deadlines [--today D] [--json]`: what closes when. */

import { clockOn, shanghaiDay } from '../src/contract/index.ts';
import { formatFullDay } from '../src/figures/index.ts';
import { type Closing, closesWhen, type DeadlineKind, type Standing } from '../src/policy/index.ts';
import { loadSettings, readShelf } from '../src/service/asking.ts';
import { dayNote } from '../src/words/index.ts';
import type { Command } from './command.ts';
import { JSON_OUT, type Options, readDay, readOptions, TODAY } from './options.ts';

const options = { json: JSON_OUT, today: TODAY } as const satisfies Options;

export const command: Command = {
  summary: '什么时候截止：每份文件的申报期、有效期和各条的时间段',
  usage: ['deadlines'],
  options,
  async run(argv) {
    const { values } = readOptions(argv, options);
    const settings = loadSettings();
    const today = shanghaiDay(clockOn(readDay(values.today) ?? settings.HUIQI_TODAY).now());
    const closings = closesWhen(await readShelf(settings), today);
    process.stdout.write(
      values.json
        ? `${JSON.stringify(closings)}\n`
        : `${closings.map((one) => describe(one, today)).join('\n\n')}\n`,
    );
    return 0;
  },
};

const left = (days: number): string =>
  days === 0 ? '就是今天' : days > 0 ? `还有${days}天` : `已过${-days}天`;

function sayStanding(standing: Standing): string {
  switch (standing.state) {
    case 'not-yet':
      return `尚未施行，${formatFullDay(standing.from)}起施行`;
    case 'in-force':
      return `现行，${left(standing.daysLeft)}`;
    case 'near':
      return `将到期，${left(standing.daysLeft)}`;
    case 'open-after-validity':
      return `有效期已过，仍可申报，${left(standing.daysLeft)}`;
    case 'closed-to-applications':
      return '现行，申报已截止';
    case 'expired':
      return '已过期';
    case 'unstated':
      return '未写明有效期';
  }
}

const LABELS: Record<DeadlineKind, string> = {
  'apply-by': '申报截至',
  'valid-until': '有效期至',
  window: '时间段',
  until: '截至',
};

function describe({ number, title, standing, deadlines }: Closing, today: string): string {
  const lines = deadlines.map(({ about, title: name, kind, from, day, daysLeft }) => {
    const subject = about === number ? '' : `第${about.slice(number.length + 1)}条 ${name}：`;
    const days =
      kind === 'window' && from ? `${formatFullDay(from)}至${formatFullDay(day)}` : formatFullDay(day);
    const note = kind === 'window' ? null : dayNote(day, today);
    return `  ${subject}${LABELS[kind]} ${days}（${left(daysLeft)}）${note ? `　${note}` : ''}`;
  });
  return [`${number}《${title}》　${sayStanding(standing)}`, ...lines].join('\n');
}
