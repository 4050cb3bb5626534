import { createInterface } from 'node:readline';
import { isDay, UserError } from '../src/contract/index.ts';
import { type Asked, type Figure, readFigures } from '../src/figures/index.ts';
import type { Command } from './command.ts';
import { JSON_OUT, type Options, TODAY } from './options.ts';

const ASKED: readonly Asked[] = ['people', 'yuan', 'ratio', 'count', 'date', 'duration'];
const USAGE =
  '用法：huiqi figures [--json] [--today 2022-06-15] [--asked people] 文字　或　huiqi figures --batch --json < 每行一个 {"text","ref"}';

// Not read by readOptions: a text may begin with a dash (-5%).
const options = {
  json: JSON_OUT,
  batch: { type: 'boolean', help: '从标准输入一行一个 {"text","ref"} 连续读' },
  today: TODAY,
  asked: { type: 'string', value: '种类', help: `正在问什么：${ASKED.join('、')}；只有数字时按它理解` },
} as const satisfies Options;

interface Flags {
  json: boolean;
  batch: boolean;
  ref: string | undefined;
  asked: Asked | undefined;
  words: string[];
}

function flagsOf(argv: string[]): Flags {
  const flags: Flags = {
    json: false,
    batch: false,
    ref: process.env.HUIQI_TODAY,
    asked: undefined,
    words: [],
  };
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index]!;
    if (word === '--json') flags.json = true;
    else if (word === '--batch') flags.batch = true;
    else if (word === '--today') flags.ref = argv[++index] ?? '';
    else if (word === '--asked') flags.asked = argv[++index] as Asked;
    else flags.words.push(word);
  }
  if (flags.ref !== undefined && !isDay(flags.ref.slice(0, 10))) {
    throw new UserError(`“${flags.ref}”不是日期，请写成 2022-06-15 的样子。`);
  }
  if (flags.asked !== undefined && !ASKED.includes(flags.asked)) {
    throw new UserError(`--asked 只能是 ${ASKED.join('、')}。`);
  }
  return flags;
}

/** Line in, line out, in order; a line that is no {"text"} gets {"error"} in its place. */
async function batch(flags: Flags): Promise<number> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const answer = JSON.stringify(answerTo(line, flags));
    if (!process.stdout.write(`${answer}\n`))
      await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
  return 0;
}

function answerTo(line: string, flags: Flags): Figure[] | { error: string } {
  let input: unknown;
  try {
    input = JSON.parse(line);
  } catch {
    return { error: '这一行不是 JSON，请写成 {"text":"…","ref":null}。' };
  }
  const { text, ref, asked } = (input ?? {}) as { text?: unknown; ref?: unknown; asked?: unknown };
  if (typeof text !== 'string') return { error: '缺少 text，请写成 {"text":"…","ref":null}。' };
  if (ref !== undefined && ref !== null && typeof ref !== 'string') return { error: 'ref 应是日期或 null。' };
  return readFigures(text, {
    ref: ref ?? flags.ref,
    asked: ASKED.find((kind) => kind === asked) ?? flags.asked,
  });
}

const KINDS: Readonly<Record<Figure['kind'], string>> = {
  number: '数',
  count: '数量',
  money: '金额',
  percent: '比例',
  duration: '时长',
  date: '日期',
  daterange: '日期段',
  time: '时间',
};

/** ≥ 300, < 50, 5–10, 2022-06-30 止 */
function valueText(figure: Figure): string {
  if (figure.kind === 'date') return figure.value;
  if (figure.kind === 'daterange' || figure.kind === 'time') {
    const single = figure.kind === 'time' ? figure.value : undefined;
    return single ?? `${figure.from ?? '…'} 至 ${figure.to ?? '…'}`;
  }
  if (figure.value !== undefined) return String(figure.value);
  const low = figure.min === undefined ? '' : `${figure.minExclusive ? '>' : '≥'} ${figure.min}`;
  const high = figure.max === undefined ? '' : `${figure.maxExclusive ? '<' : '≤'} ${figure.max}`;
  return [low, high].filter(Boolean).join('，');
}

function table(figures: Figure[]): string {
  if (figures.length === 0) return '没有读到数字、金额、比例或日期。\n';
  return figures
    .map((figure) => {
      const unit = 'unit' in figure ? ` ${figure.unit}` : '';
      const notes = [
        figure.approx ? '约数' : '',
        figure.assumed ? `补全：${figure.assumed.join('、')}` : '',
      ].filter(Boolean);
      return `${KINDS[figure.kind]}\t${figure.text}\t${valueText(figure)}${unit}${notes.length ? `\t（${notes.join('；')}）` : ''}\n`;
    })
    .join('');
}

export const command: Command = {
  summary: '读出一句话里的数字、金额、比例和日期',
  usage: ['figures 文字', 'figures --batch --json'],
  options,
  async run(argv) {
    const flags = flagsOf(argv);
    if (flags.batch) return batch(flags);
    const text = flags.words.join(' ');
    if (text === '') throw new UserError(USAGE);
    const figures = readFigures(text, { ref: flags.ref, asked: flags.asked });
    process.stdout.write(flags.json ? `${JSON.stringify(figures)}\n` : table(figures));
    return 0;
  },
};
