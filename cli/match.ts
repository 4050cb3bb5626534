/** `match --json [--today D]`: an enterprise a line, what it gets of every benefit a line. `match [--today D] 我们有350人…` for people. */

import { createInterface } from 'node:readline';
import { z } from 'zod';
import {
  clockOn,
  ENTERPRISE,
  type Profile,
  type Statement,
  shanghaiDay,
  UserError,
} from '../src/contract/index.ts';
import { bestFirst, evaluateAll } from '../src/eligibility/index.ts';
import { formatYuan } from '../src/figures/index.ts';
import type { Knowledge } from '../src/policy/index.ts';
import {
  enterpriseOf,
  loadSettings,
  type MatchedBenefit,
  matchProfile,
  matchStatements,
  profileOfText,
  readShelf,
  type ToldEnterprise,
} from '../src/service/asking.ts';
import { explainVerdict } from '../src/words/index.ts';
import type { Command } from './command.ts';
import { JSON_OUT, type Options, readDay, readOptions, TODAY } from './options.ts';

const options = { json: JSON_OUT, today: TODAY } as const satisfies Options;

export const command: Command = {
  summary: '按一句话或一份企业资料，逐项列出能享受什么；--json 从标准输入一行一家连续算',
  usage: ['match 企业情况', 'match --json'],
  options,
  async run(argv) {
    const { values, positionals } = readOptions(argv, options);
    const settings = loadSettings();
    const today = shanghaiDay(clockOn(readDay(values.today) ?? settings.HUIQI_TODAY).now());
    const knowledge = await readShelf(settings);
    if (values.json) await matchLines(knowledge, today);
    else {
      const text = positionals.join(' ').trim();
      if (text === '')
        throw new UserError(
          '请在后面写上企业情况，例如：huiqi match 制造企业，端午没停产，每天在岗350人，用电涨了12%',
        );
      process.stdout.write(`${show(knowledge, profileOfText(knowledge, text, today), today)}\n`);
    }
    return 0;
  },
};

const bound = z.union([z.number(), z.string()]);
const interval = z.strictObject({
  min: bound.optional(),
  max: bound.optional(),
  minExclusive: z.boolean().optional(),
  maxExclusive: z.boolean().optional(),
});
const factValue = z.union([
  z.boolean(),
  z.number(),
  z.string(),
  interval,
  z.strictObject({ oneOf: z.array(z.string()) }),
  z.strictObject({ allOf: z.array(z.string()) }),
]);
const lineSchema = z.union([
  z.object({ text: z.string() }),
  z.object({ profile: z.record(z.string(), factValue.nullable()) }),
  z.object({
    statements: z.array(
      z.object({
        fact: z.string(),
        value: factValue,
        entity: z.string().min(1).default(ENTERPRISE),
        period: z.object({ from: z.iso.date(), to: z.iso.date() }).nullable().default(null),
      }),
    ),
  }),
]);

async function matchLines(knowledge: Knowledge, today: string): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() !== '') process.stdout.write(`${JSON.stringify(matchLine(knowledge, line, today))}\n`);
  }
}

interface Matched {
  results: MatchedBenefit[];
  /** What was understood: of a text, its facts. */
  profile: Profile;
  /** The same, one fact of one entity in one period each. */
  statements: Statement[];
  /** Names that facts.yaml does not declare: they count for nothing. */
  ignored?: string[];
}

/** One JSON line in, one out; what cannot be read gets {"error"} in its place. */
export function matchLine(knowledge: Knowledge, line: string, today: string): Matched | { error: string } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return { error: '这一行不是 JSON，请写成 {"text":"…"}、{"profile":{…}} 或 {"statements":[…]}' };
  }
  const asked = lineSchema.safeParse(parsed);
  if (!asked.success)
    return {
      error:
        '这一行请写成 {"text":"…"}、{"profile":{事实名: 值或{"min","max"}}} 或 {"statements":[{"fact":…,"value":…}]}',
    };
  const told = enterpriseOf(knowledge, asked.data as ToldEnterprise, today);
  const { profile, statements, ignored, unplaced } = told;
  const results =
    'statements' in asked.data
      ? matchStatements(knowledge, statements, today)
      : matchProfile(knowledge, profile, today, unplaced);
  return { results, profile, statements, ...(ignored.length > 0 && { ignored }) };
}

const MARK = { eligible: '符合', unknown: '待定', ineligible: '不符合' };

function show(knowledge: Knowledge, profile: Profile, today: string): string {
  return bestFirst(evaluateAll(knowledge, profile, { today, unplaced: 'asked' }))
    .map((result) => {
      const { verdict, amountYuan, capYuan, measure, benefit } = result;
      const amount =
        amountYuan !== null ? formatYuan(amountYuan) : capYuan !== null ? `最高${formatYuan(capYuan)}` : '';
      return `${MARK[verdict]}\t${measure.id}\t${benefit.benefit}\t${amount}\t${explainVerdict(result, knowledge.facts)}`;
    })
    .join('\n');
}
