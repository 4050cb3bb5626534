/** `huiqi approve SLUG [--by NAME] [--anyway]`: a draft that was read against its source becomes a policy that answers. */
import { writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { clockOn, shanghaiDay, UserError } from '../src/contract/index.ts';
import { approvePolicy, casesPath, describeProblem } from '../src/policy/index.ts';
import { KNOWLEDGE_FOLDER, loadSettings, readKnowledgeFiles, replayCases } from '../src/service/index.ts';
import type { Command } from './command.ts';
import { type Options, readOptions } from './options.ts';

const options = {
  by: { type: 'string', value: '姓名', help: '谁批准的；默认是本机的用户名' },
  anyway: { type: 'boolean', help: '没有分出条款也批准，只作全文引用' },
} as const satisfies Options;

export const command: Command = {
  summary: '批准一份草稿：核对无误后，它才开始回答问题',
  usage: ['approve 名称'],
  options,
  async run(argv) {
    const { values, positionals } = readOptions(argv, options);
    const [slug, ...rest] = positionals;
    if (slug === undefined || rest.length > 0)
      throw new UserError(
        '用法：huiqi approve 文件夹名 [--by 姓名] [--anyway]，文件夹在 knowledge/policies/ 下。',
      );
    const settings = loadSettings();
    const folder = settings.HUIQI_KNOWLEDGE_DIR ?? KNOWLEDGE_FOLDER;
    const on = shanghaiDay(clockOn(settings.HUIQI_TODAY).now());
    const files = readKnowledgeFiles(folder);
    const changed = replayCases(files).find(({ file }) => file === casesPath(slug));
    if (changed) throw new UserError(`${slug} 还不能批准：${describeProblem(changed)}`);
    const approved = approvePolicy(
      files,
      slug,
      { on, by: values.by ?? userInfo().username },
      { withoutMeasures: values.anyway === true, fourEyes: settings.FOUR_EYES },
    );
    writeFileSync(join(folder, approved.path), approved.text);
    process.stdout.write(
      approved.state === 'in-force'
        ? `已批准 ${slug}，${approved.number} 从现在起可以回答问题。\n`
        : `已记下第一个签名。设置了四眼（FOUR_EYES），还要另一位批准 ${slug}，它才回答问题。\n`,
    );
    return 0;
  },
};
