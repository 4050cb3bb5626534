/** `ask [--today D] [--json] QUESTION` · `ask --batch --json`: one question, one answer; no conversation, no store. */
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { clockOn, isDay, shanghaiDay, UserError } from '../src/contract/index.ts';
import { explain, find, type Index, nameOf } from '../src/retrieval/index.ts';
import { loadSettings, readMind } from '../src/service/asking.ts';
import { type Answer, answer } from '../src/words/index.ts';
import type { Command } from './command.ts';
import { JSON_OUT, type Options, readDay, readOptions, TODAY } from './options.ts';

const options = {
  json: JSON_OUT,
  batch: { type: 'boolean', help: '从标准输入一行一个 {"question","today"} 连续问，一行一个 JSON 回答' },
  why: { type: 'boolean', help: '说明为什么找到这几条' },
  today: TODAY,
} as const satisfies Options;

export const command: Command = {
  summary: '问一句，答一句',
  usage: ['ask 问题', 'ask --batch --json'],
  options,
  async run(argv) {
    const { values, positionals } = readOptions(argv, options);
    const settings = loadSettings();
    const question = positionals.join(' ').trim();
    if (!values.batch && question === '')
      throw new UserError('请在后面写上问题，例如：huiqi ask 房租能减免吗');
    const day = readDay(values.today) ?? settings.HUIQI_TODAY;
    const today = shanghaiDay(clockOn(day).now());
    const { index } = await readMind(settings);
    if (values.batch) await askLines(index, today);
    else process.stdout.write(`${show(answer(index, question, { today }), values.json ?? false)}\n`);
    if (values.why && !values.batch) process.stdout.write(`${why(index, question, today)}\n`);
    return 0;
  },
};

const lineSchema = z.object({
  question: z.string({ error: '缺少 question' }),
  today: z.string().refine(isDay, '要写成 2022-06-20 这样的日期').nullish(),
});

/** A JSON question a line in, a JSON answer a line out, in order; a bad line gets {"error"} in its place. */
async function askLines(index: Index, today: string): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    process.stdout.write(`${JSON.stringify(answerLine(index, line, today))}\n`);
  }
}

export function answerLine(index: Index, line: string, today: string): Answer | { error: string } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return { error: '这一行不是 JSON，请写成 {"question":"…"}' };
  }
  const asked = lineSchema.safeParse(parsed);
  if (!asked.success) {
    const issue = asked.error.issues[0];
    return {
      error: `这一行的${issue?.path.join('.') || '内容'}不对：${issue?.message ?? ''}。请写成 {"question":"…","today":"2022-06-20"}`,
    };
  }
  return answer(index, asked.data.question, { today: asked.data.today ?? today });
}

function show(reply: Answer, json: boolean): string {
  return json ? JSON.stringify(reply) : reply.text;
}

const SHOWN_MEASURES = 3;
const SHOWN_WORDS = 8;

/** Why these measures: sureness with its signals, and the words that found each, the strongest first. */
function why(index: Index, question: string, today: string): string {
  const { ranked, signals, sure, terms } = find(index, question, { today });
  const part = (share: number) => share.toFixed(2);
  const measures = ranked.slice(0, SHOWN_MEASURES).map(({ entry, position, score, nearest }) => {
    const words = explain(index.text, terms, position)
      .slice(0, SHOWN_WORDS)
      .map(({ word, adds }) => `${word} ${part(adds)}`);
    return `  ${nameOf(entry)}　得分 ${part(score)}　${words.join('、')}${nearest ? `　最像的问法：${nearest}` : ''}`;
  });
  const { words, alias, share, gap } = signals;
  return [
    `把握 ${part(sure)}（词 ${part(words)}，问法 ${part(alias)}，权重 ${part(share)}，领先 ${part(gap)}）`,
    ...measures,
  ].join('\n');
}
