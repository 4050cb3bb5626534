/** `huiqi knowledge check`: holds every quote, figure, fact and stretch of knowledge/ against its document. */
import { checkKnowledge } from '../src/policy/check/index.ts';
import { describeProblem } from '../src/policy/index.ts';
import { readKnowledgeFiles } from '../src/read-knowledge.ts';
import { loadSettings } from '../src/settings.ts';
import { UserError } from '../src/user-error.ts';
import type { Command } from './command.ts';

export const command: Command = {
  summary: '核对知识文件：引文、数额、日期、事实和条款位置是否都与原文一致',
  async run([action, ...rest]) {
    if (action !== 'check' || rest.length > 0) throw new UserError('用法：huiqi knowledge check');
    const { problems, counts } = checkKnowledge(readKnowledgeFiles(loadSettings().HUIQI_KNOWLEDGE_DIR));
    for (const problem of problems) process.stderr.write(`knowledge/${describeProblem(problem)}\n`);
    const { policies, drafts, measures, benefits } = counts;
    const scope = `${policies} 份文件${drafts ? `、${drafts} 份草稿` : ''}、${measures} 条措施、${benefits} 项惠企待遇`;
    process.stdout.write(
      problems.length
        ? `核对了 ${scope}，有 ${problems.length} 处要改正。\n`
        : `核对了 ${scope}，全部与原文一致。\n`,
    );
    return problems.length ? 1 : 0;
  },
};
