/** `npm run settings`: .env.example and the reference of settings, from the schemas that check them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingGroups } from '../../bots/setting-list.ts';

const ROOT = join(import.meta.dirname, '../..');

export const FILES = { example: join(ROOT, '.env.example'), reference: join(ROOT, 'docs/settings.md') };

export function exampleText(): string {
  const groups = settingGroups().map(({ title, note, settings }) =>
    [
      `# ---- ${title} ----`,
      ...(note ? [`# ${note}`] : []),
      ...settings.map(({ name, help, byDefault }) => `# ${help}\n${name}=${byDefault}`),
    ].join('\n'),
  );
  const head =
    '# 惠企 huiqi: 复制为 .env 后按需填写。留空就是不用。Copy to .env; an empty value means "not set".\n# 由 npm run settings 生成，说明见 docs/settings.md。';
  return `${[head, ...groups].join('\n\n')}\n`;
}

export function referenceText(): string {
  const groups = settingGroups().map(({ title, note, settings }) => {
    const rows = settings.map(
      ({ name, help, byDefault }) =>
        `| \`${name}\` | ${help} | ${byDefault === '' ? '' : `\`${byDefault}\``} |`,
    );
    return `## ${title}\n\n${note ? `${note}\n\n` : ''}| 设置 | 说明 | 默认 |\n|---|---|---|\n${rows.join('\n')}`;
  });
  const head =
    '# 设置\n\n写在 `.env` 里（或环境变量里，环境变量优先），启动时读一次并检查；写错一项，启动会停下来，用一句话说明是哪一项。`huiqi doctor` 检查全部设置，也会指出写错了名字的项。\n\n本页和 `.env.example` 由 `npm run settings` 从检查设置的代码生成，请不要手改。';
  return `${[head, ...groups].join('\n\n')}\n`;
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(FILES.example, exampleText());
  writeFileSync(FILES.reference, referenceText());
}
