/** `huiqi knowledge check`: holds every quote, figure, fact and stretch of knowledge/ against its document. */
import { relative } from 'node:path';
import { UserError } from '../src/contract/index.ts';
import { checkKnowledge, describeProblem } from '../src/policy/index.ts';
import { KNOWLEDGE_FOLDER, loadSettings, readKnowledgeFiles, replayCases } from '../src/service/index.ts';
import type { Command } from './command.ts';
import { command as shelf } from './shelf.ts';

export const command: Command = {
  summary: '核对知识文件；把文件连同审批记录搬出、搬进',
  usage: ['knowledge check', 'knowledge export 目录', 'knowledge import 目录'],
  options: shelf.options,
  async run([action, ...rest]) {
    // Documents are moved with the shelf's own words.
    if (action === 'export' || action === 'import') return shelf.run([action, ...rest]);
    if (action !== 'check' || rest.length > 0)
      throw new UserError('用法：huiqi knowledge check | export 目录 | import 目录');
    const folder = loadSettings().HUIQI_KNOWLEDGE_DIR ?? KNOWLEDGE_FOLDER;
    const files = readKnowledgeFiles(folder);
    const { problems: faults, draftProblems, counts } = checkKnowledge(files);
    const problems = [...faults, ...replayCases(files)];
    const where = relative(process.cwd(), folder) || '.';
    for (const problem of problems) process.stderr.write(`${where}/${describeProblem(problem)}\n`);
    for (const problem of draftProblems) process.stderr.write(`草稿 ${where}/${describeProblem(problem)}\n`);
    const { policies, drafts, measures, benefits } = counts;
    const scope = `${policies} 份文件${drafts ? `、${drafts} 份草稿` : ''}、${measures} 条措施、${benefits} 项惠企待遇`;
    const outcome = problems.length ? `有 ${problems.length} 处要改正` : '全部与原文一致';
    const waiting = draftProblems.length ? `草稿另有 ${draftProblems.length} 处要在批准前改正。` : '';
    process.stdout.write(`核对了 ${scope}，${outcome}。${waiting}\n`);
    return problems.length ? 1 : 0;
  },
};
