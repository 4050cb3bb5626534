/**
 * How fast are figures read? Ours beside Recognizers-Text (number, percentage, currency, date and time) and chrono (dates
 * only), on the same texts in the same run: the development set's chat and policy sentences, and one whole policy.
 * The references are installed with `npm --prefix bench install`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface Case {
  text: string;
  ref?: string;
}

type Read = (text: string, ref: string) => unknown;

const root = new URL('../', import.meta.url);
const require = createRequire(import.meta.url);

const cases: Case[] = readFileSync(new URL('test/eval/figures.dev.jsonl', root), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line));

/** The policy of knowledge/ that is nearest to 2,500 characters. */
function policyText(): string {
  const policies = new URL('knowledge/policies/', root);
  const texts = (existsSync(policies) ? readdirSync(policies) : [])
    .map((slug) => new URL(`${slug}/source.txt`, policies))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'));
  texts.sort((a, b) => Math.abs(a.length - 2500) - Math.abs(b.length - 2500));
  return (
    texts[0] ??
    cases
      .map(({ text }) => text)
      .join('。')
      .slice(0, 2500)
  );
}

const milliseconds = (run: () => void): number => {
  const start = performance.now();
  run();
  return performance.now() - start;
};

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Rounds over all cases until a second is used up; the median round counts, after one to warm up. */
function textsPerSecond(read: Read): number {
  const round = () => {
    for (const { text, ref } of cases) read(text, ref ?? '2022-06-15T14:00:00');
  };
  round();
  const rounds: number[] = [];
  for (let spent = 0; spent < 1000 || rounds.length < 3; spent += rounds.at(-1)!)
    rounds.push(milliseconds(round));
  return Math.round((cases.length / median(rounds)) * 1000);
}

function wholePolicy(read: Read, text: string): number {
  return median(Array.from({ length: 5 }, () => milliseconds(() => read(text, '2022-06-15T14:00:00'))));
}

async function ours(): Promise<Read> {
  const { readFigures } = await import('../src/figures/index.ts');
  return (text, ref) => readFigures(text, { ref });
}

/** The four models that together cover what ours reads, as the suite's README calls them. */
async function recognizers(): Promise<Read> {
  const suite = require('@microsoft/recognizers-text-suite');
  return (text, ref) => [
    suite.recognizeNumber(text, suite.Culture.Chinese),
    suite.recognizePercentage(text, suite.Culture.Chinese),
    suite.recognizeCurrency(text, suite.Culture.Chinese),
    suite.recognizeDateTime(text, suite.Culture.Chinese, undefined, new Date(ref)),
  ];
}

async function chrono(): Promise<Read> {
  const { zh } = require('chrono-node');
  return (text, ref) => zh.hans.parse(text, new Date(ref));
}

interface Measurement {
  name: string;
  firstCall: number;
  perSecond: number;
  policy: number;
}

async function measure(name: string, load: () => Promise<Read>, policy: string): Promise<Measurement> {
  const read = await load();
  // First call: patterns compiled and models built, modules already loaded.
  const firstCall = milliseconds(() =>
    read('在岗三百多人，用电比去年多11%，7月30日前能拿到5万元吗', '2022-06-15T14:00:00'),
  );
  return { name, firstCall, perSecond: textsPerSecond(read), policy: wholePolicy(read, policy) };
}

const policy = policyText();
const results = [await measure('huiqi', ours, policy)];
if (existsSync(new URL('bench/node_modules/chrono-node', root))) {
  results.push(await measure('chrono-node（只读日期）', chrono, policy));
  results.push(await measure('Recognizers-Text', recognizers, policy));
} else {
  process.stderr.write('对照库没有安装：先运行 npm --prefix bench install\n');
}

process.stdout.write(`${cases.length} 条短文，一份政策 ${policy.length} 字\n`);
for (const { name, firstCall, perSecond, policy: whole } of results) {
  process.stdout.write(
    `${name}\t每秒 ${perSecond.toLocaleString('en')} 条\t整份政策 ${whole.toFixed(2)} 毫秒\t首次调用 ${firstCall.toFixed(1)} 毫秒\n`,
  );
}
const [own, , reference] = results;
if (own && reference) {
  process.stdout.write(
    `是 Recognizers 的 ${Math.round(own.perSecond / reference.perSecond)} 倍；整份政策用其 ${((100 * own.policy) / reference.policy).toFixed(2)}% 的时间\n`,
  );
}
