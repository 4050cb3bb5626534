/** `npm run references`: the pages that are made from code, so that they say what it does: settings, policy.yaml, commands. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingGroups } from '../../bots/setting-list.ts';
import type { Command } from '../../cli/command.ts';
import { dependencyPage, productionPackages } from './dependencies.ts';
import { policyReference } from './policy-reference.ts';

const ROOT = join(import.meta.dirname, '../..');
const MADE = '由 `npm run references` 生成，请不要手改。';

/** Path in the repository → its text. */
export async function references(): Promise<Record<string, string>> {
  return {
    '.env.example': exampleText(),
    'docs/settings.md': settingsText(),
    'docs/policy-yaml.md': policyReference(MADE),
    'docs/commands.md': await commandsText(),
    'docs/dependencies.md': dependencyPage(productionPackages()),
    'README.md': withAccuracy(readReference('README.md')),
  };
}

export const readReference = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

function exampleText(): string {
  const groups = settingGroups().map(({ title, note, settings }) =>
    [
      `# ---- ${title} ----`,
      ...(note ? [`# ${note}`] : []),
      ...settings.map(({ name, help, byDefault }) => `# ${help}\n${name}=${byDefault}`),
    ].join('\n'),
  );
  const head =
    '# 惠企 huiqi: 复制为 .env 后按需填写。留空就是不用。Copy to .env; an empty value means "not set".\n# 由 npm run references 生成，说明见 docs/settings.md。';
  return `${[head, ...groups].join('\n\n')}\n`;
}

function settingsText(): string {
  const groups = settingGroups().map(({ title, note, settings }) => {
    const rows = settings.map(
      ({ name, help, byDefault }) =>
        `| \`${name}\` | ${help} | ${byDefault === '' ? '' : `\`${byDefault}\``} |`,
    );
    return `## ${title}\n\n${note ? `${note}\n\n` : ''}| 设置 | 说明 | 默认 |\n|---|---|---|\n${rows.join('\n')}`;
  });
  const head = `# 设置\n\n写在 \`.env\` 里（或环境变量里，环境变量优先），启动时读一次并检查；写错一项，启动会停下来，用一句话说明是哪一项。\`huiqi doctor\` 检查全部设置，也会指出写错了名字的项。\n\n本页和 \`.env.example\` ${MADE}`;
  return `${[head, ...groups].join('\n\n')}\n`;
}

/** Figures of the floor that the tests hold, so that the README claims nothing that could fall. */
const ACCURACY: [words: string, key: string][] = [
  ['blind questions: the measure found first', 'questions.blind2.jsonl Recall@1'],
  ['… unanswerable ones refused', 'questions.blind2.jsonl unanswerable refused'],
  ['… real ones refused', 'questions.blind2.jsonl real questions refused'],
  ['… answered without a menu', 'questions.blind2.jsonl answered without a menu'],
  ['… and of those right', 'questions.blind2.jsonl … and of those right'],
  ['figures read (values right)', 'figures.dev.jsonl values right'],
  ['verdicts and stated amounts right', 'eligibility.dev.jsonl verdicts right'],
  ['turns of dialogues right', 'dialogues.dev.jsonl turns right'],
  ['documents drafted and approved untouched: told right in one message', 'drafted.own.jsonl told right'],
  ['… stated amounts right', 'drafted.own.jsonl stated amounts right'],
];

function withAccuracy(readme: string): string {
  const floor = JSON.parse(readReference('test/eval/floor.json')) as Record<string, number>;
  const rows = ACCURACY.map(([words, key]) => {
    const value = floor[key];
    if (value === undefined) throw new Error(`test/eval/floor.json has no ${key}`);
    return `| ${words} | ${(100 * value).toFixed(1)}% |`;
  });
  const [start, end] = ['<!-- accuracy: made by npm run references -->', '<!-- /accuracy -->'];
  const before = readme.slice(0, readme.indexOf(start) + start.length);
  return `${before}\n| figure | value |\n|---|---|\n${rows.join('\n')}\n${readme.slice(readme.indexOf(end))}`;
}

/** Every command of cli/ by its name, as cli.ts has them. */
export async function allCommands(): Promise<[name: string, command: Command][]> {
  const names = [
    ...readFileSync(join(ROOT, 'cli.ts'), 'utf8').matchAll(
      /^ {2}'?(?<name>[a-z-]+)'?: \(\) => import\('(?<file>[^']+)'\)/gmu,
    ),
  ];
  return Promise.all(
    names.map(async ({ groups }) => {
      const { command } = (await import(join(ROOT, groups!.file!))) as { command: Command };
      return [groups!.name!, command] as [string, Command];
    }),
  );
}

async function commandsText(): Promise<string> {
  const sections = (await allCommands()).map(([name, { summary, usage, options }]) => {
    const rows = Object.entries(options).map(
      ([option, one]) => `| \`--${option}${one.type === 'string' ? ` ${one.value}` : ''}\` | ${one.help} |`,
    );
    const forms = usage.map((form) => `huiqi ${form}`).join('\n');
    return `## ${name}\n\n${summary}。\n\n\`\`\`text\n${forms}\n\`\`\`${rows.length > 0 ? `\n\n| 参数 | 说明 |\n|---|---|\n${rows.join('\n')}` : ''}`;
  });
  const head = `# 命令\n\n在项目目录里写 \`npx huiqi 命令\`。每个命令都有 \`--help\` 和 \`--version\`。出错时用一句话说明怎么办，退出码不为 0。\n\n本页${MADE}`;
  return `${[head, ...sections].join('\n\n')}\n`;
}

if (import.meta.main)
  for (const [path, text] of Object.entries(await references())) writeFileSync(join(ROOT, path), text);

/** How many commands have a file of their own. */
export const commandFiles = (): string[] =>
  readdirSync(join(ROOT, 'cli')).filter(
    (file) =>
      file.endsWith('.ts') &&
      readFileSync(join(ROOT, 'cli', file), 'utf8').includes('export const command: Command'),
  );
