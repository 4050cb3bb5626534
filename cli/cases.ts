/** `huiqi cases SLUG [--tick [编号…]] [--by 姓名]`: what each rule of a document gives, line by line, for a person to tick. */
import { writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { clockOn, shanghaiDay, UserError } from '../src/contract/index.ts';
import { casesPath } from '../src/policy/index.ts';
import {
  casesOf,
  KNOWLEDGE_FOLDER,
  loadSettings,
  type RuleCase,
  readKnowledgeFiles,
  tickCases,
} from '../src/service/index.ts';
import { casesWords } from '../src/words/index.ts';
import type { Command } from './command.ts';
import { type Options, readOptions } from './options.ts';

const options = {
  tick: { type: 'boolean', help: '勾选写明的编号；不写编号就全部勾选' },
  by: { type: 'string', value: '姓名', help: '谁勾选的；默认是本机的用户名' },
} as const satisfies Options;

const USAGE = '用法：huiqi cases 文件夹名 [--tick [编号…]] [--by 姓名]';

export const command: Command = {
  summary: '把一份文件的规则列成一条条例子（谁、多少 → 得多少）；看着对就勾选，以后每次核对都重算',
  usage: ['cases 名称', 'cases 名称 --tick 1 2 3'],
  options,
  async run(argv) {
    const { values, positionals } = readOptions(argv, options);
    const [slug, ...numbers] = positionals;
    if (slug === undefined || (numbers.length > 0 && !values.tick)) throw new UserError(USAGE);
    const settings = loadSettings();
    const folder = settings.HUIQI_KNOWLEDGE_DIR ?? KNOWLEDGE_FOLDER;
    const cases = casesOf(readKnowledgeFiles(folder), slug);
    if (!values.tick) {
      process.stdout.write(`${cases.length === 0 ? casesWords.none : list(cases, slug)}\n`);
      return 0;
    }
    const chosen = chosenOf(cases, numbers);
    const on = shanghaiDay(clockOn(settings.HUIQI_TODAY).now());
    const ticked = tickCases(cases, chosen, { on, by: values.by ?? userInfo().username });
    writeFileSync(join(folder, casesPath(slug)), stringify(ticked));
    process.stdout.write(`${casesWords.done(chosen.size)}\n`);
    return 0;
  },
};

/** Every case with its number, benefit by benefit. */
function list(cases: readonly RuleCase[], slug: string): string {
  const lines = cases.map(({ measure, benefit, words, ticked }, i) => {
    const before = cases[i - 1];
    const heading =
      before?.measure === measure && before.benefit === benefit
        ? ''
        : `${casesWords.heading(measure, benefit)}\n`;
    return `${heading}  ${ticked ? casesWords.ticked : casesWords.open} ${i + 1}. ${words}`;
  });
  return [...lines, casesWords.howToTick(slug)].join('\n');
}

function chosenOf(cases: readonly RuleCase[], numbers: readonly string[]): ReadonlySet<RuleCase> {
  if (numbers.length === 0) return new Set(cases);
  return new Set(
    numbers.map((number) => {
      const one = /^\d+$/u.test(number) ? cases[Number(number) - 1] : undefined;
      if (!one) throw new UserError(`没有第 ${number} 条例子，编号从 1 到 ${cases.length}。`);
      return one;
    }),
  );
}
