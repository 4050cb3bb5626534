/** What there is to know: documents, measures, facts. */
import { z } from 'zod';
import type { Policy } from '../../src/policy/index.ts';
import { subjectOf } from '../../src/policy/index.ts';
import type { Library } from '../../src/service/index.ts';
import { machineWords as words } from '../../src/words/index.ts';
import { pageOf } from '../cursor.ts';
import { ApiProblem } from '../problem.ts';
import { get, getText, type Route } from '../route.ts';
import { factList, measureDetail, policyDetail, policyList } from '../schemas/documents.ts';
import { page, today } from '../schemas/shared.ts';
import { factView, measureView, policyView, summaryOf } from '../views.ts';

const numbered = z.object({ number: z.string().describe('文号，如 XX发〔2030〕7号') });

export const documentRoutes: readonly Route[] = [
  get('/v1/policies', policyList, {
    summary: '收录的政策文件，新的在前',
    scope: 'read',
    query: page.extend({ today }),
    problems: [409],
    answer({ query }, desk) {
      const { knowledge, version } = desk.library();
      const day = query.today ?? desk.today();
      const found = pageOf(knowledge.policies, query, version);
      return { ...found, items: found.items.map((policy) => summaryOf(policy, day)) };
    },
  }),
  get('/v1/policies/{number}', policyDetail, {
    summary: '一份文件：日期、出处、各条目录',
    scope: 'read',
    params: numbered,
    query: z.object({ today }),
    problems: [404],
    answer({ path, query }, desk) {
      const library = desk.library();
      return policyView(policyOf(library, path.number), library.version, query.today ?? desk.today());
    },
  }),
  getText(
    '/v1/policies/{number}/source',
    { type: 'text/plain; charset=utf-8', description: '原文全文，逐字；各处的 start、end 是其中的位置' },
    {
      summary: '一份文件的原文全文',
      scope: 'read',
      params: numbered,
      problems: [404],
      answer: ({ path }, desk) => policyOf(desk.library(), path.number).source,
    },
  ),
  get('/v1/measures/{id}', measureDetail, {
    summary: '一条措施：条文、负责部门、各项待遇的规则',
    scope: 'read',
    params: z.object({ id: z.string().describe('文号#条，# 写成 %23') }),
    problems: [404],
    answer({ path }, desk) {
      const { knowledge, version } = desk.library();
      const subject = subjectOf(knowledge, path.id);
      if (!subject?.measure) throw new ApiProblem('not-found', words.noMeasure(path.id));
      return measureView(subject.policy, subject.measure, version);
    },
  }),
  get('/v1/facts', factList, {
    summary: '规则用到的事实：名称、类型、单位、怎么问',
    scope: 'read',
    query: page,
    problems: [409],
    answer({ query }, desk) {
      const library = desk.library();
      const found = pageOf([...library.knowledge.facts], query, library.version);
      return { ...found, items: found.items.map(([name, fact]) => factView(library, name, fact)) };
    },
  }),
];

function policyOf({ knowledge }: Library, number: string): Policy {
  const subject = subjectOf(knowledge, number);
  if (!subject || subject.measure) throw new ApiProblem('not-found', words.noPolicy(number));
  return subject.policy;
}
