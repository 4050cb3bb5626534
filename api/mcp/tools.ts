/** The tools for agents: each with its input and output as schemas, read only, the same answers as the routes give. */
import { z } from 'zod';
import type { Day } from '../../src/contract/index.ts';
import { formatYuan, readFigures } from '../../src/figures/index.ts';
import { closesWhen, subjectOf } from '../../src/policy/index.ts';
import { ask, match, trace } from '../../src/service/index.ts';
import { badge, machineWords as words } from '../../src/words/index.ts';
import type { Desk } from '../desk.ts';
import { ApiProblem } from '../problem.ts';
import type { Scope } from '../route.ts';
import * as answers from '../schemas/answers.ts';
import { measureDetail } from '../schemas/documents.ts';
import { enterpriseFields, today } from '../schemas/shared.ts';
import { measureView } from '../views.ts';

export interface Tool {
  name: string;
  scope: Scope;
  title: string;
  description: string;
  input: z.ZodObject;
  output: z.ZodObject;
  call(input: never, desk: Desk): Promise<Called> | Called;
}

interface Called {
  /** What a person reads. */
  text: string;
  structured: object;
}

const tool = <I extends z.ZodObject, O extends z.ZodObject>(described: {
  name: string;
  scope: Scope;
  title: string;
  description: string;
  input: I;
  output: O;
  call(
    input: z.output<I>,
    desk: Desk,
  ): Promise<{ text: string; structured: z.input<O> }> | { text: string; structured: z.input<O> };
}): Tool => described as Tool;

/** One of the three ways to tell of an enterprise: tools take no unions at their root. */
const enterprise = z.strictObject(enterpriseFields);

function toldOf<T extends { today?: Day | undefined }>(input: T & z.output<typeof enterprise>, desk: Desk) {
  const { text, profile, statements, policies, measure } = input;
  const common = { policies, measure, today: input.today ?? desk.today() };
  if (text !== undefined) return { text, ...common };
  if (profile !== undefined) return { profile, ...common };
  if (statements !== undefined) return { statements, ...common };
  throw new ApiProblem('bad-request', words.oneWay);
}

const MARKS = { eligible: '符合', unknown: '待定', ineligible: '不符合' };

export const TOOLS: readonly Tool[] = [
  tool({
    name: 'ask',
    scope: 'ask',
    title: '问政策',
    description: '问一句惠企政策的问题，得到引文件原文的回答。文件没有写的会说没有写。',
    input: answers.asked,
    output: answers.answered,
    async call({ question, about, ...input }, desk) {
      const answer = ask(desk.library(), { question, about, today: input.today ?? desk.today() });
      if (answer.kind === 'none') await desk.unanswered(question);
      return { text: answer.text, structured: answer };
    },
  }),
  tool({
    name: 'match',
    scope: 'match',
    title: '算一家企业能享受什么',
    description:
      '按一家企业的情况（一句话、事实表或逐条陈述），逐项给出结论（符合、不符合、还不能确定）、金额和还缺什么。',
    input: enterprise,
    output: answers.matched,
    call(input, desk) {
      const matched = match(desk.library(), toldOf(input, desk));
      const lines = matched.results
        .filter(({ verdict }) => verdict !== 'ineligible')
        .map(({ verdict, measure, benefit, amountYuan, capYuan, reason }) => {
          const amount =
            amountYuan !== null
              ? formatYuan(amountYuan)
              : capYuan !== null
                ? `最高${formatYuan(capYuan)}`
                : '';
          return `${MARKS[verdict]}　${measure}　${benefit}　${amount}　${reason}`;
        });
      return { text: lines.join('\n') || words.nothingFits, structured: matched };
    },
  }),
  tool({
    name: 'explain',
    scope: 'match',
    title: '结论的全部依据',
    description:
      '每个条件和它依据的陈述、给付档、每个数字在原文里的位置、有歧义处的读法、知识的版本。最好用 measure 指明一条。',
    input: enterprise,
    output: answers.traced,
    call(input, desk) {
      const traced = trace(desk.library(), toldOf(input, desk));
      const lines = traced.proofs.map(
        ({ verdict, measure, benefit, reason, quote }) =>
          `${MARKS[verdict]}　${measure}　${benefit}：${reason}。“${(quote?.text ?? '').replace(/\s/gu, '')}”`,
      );
      return { text: lines.join('\n') || words.nothingFits, structured: traced };
    },
  }),
  tool({
    name: 'measure',
    scope: 'read',
    title: '一条措施',
    description: '一条措施的条文、负责部门和规则。编号是 文号#条，如 XX发〔2030〕7号#2。',
    input: z.strictObject({ id: z.string().max(200).describe('文号#条') }),
    output: measureDetail,
    call({ id }, desk) {
      const { knowledge, version } = desk.library();
      const subject = subjectOf(knowledge, id);
      if (!subject?.measure) throw new ApiProblem('not-found', words.noMeasure(id));
      return {
        text: subject.measure.clause.text,
        structured: measureView(subject.policy, subject.measure, version),
      };
    },
  }),
  tool({
    name: 'deadlines',
    scope: 'read',
    title: '什么时候截止',
    description: '各文件的申报期、有效期和各条的时间段，最近的在前。',
    input: z.strictObject({ today }),
    output: answers.closings,
    call(input, desk) {
      const { knowledge, version } = desk.library();
      const day = input.today ?? desk.today();
      const documents = closesWhen(knowledge, day);
      const lines = documents.map(
        ({ number, title, standing }) => `${number}《${title}》　${badge(standing).text}`,
      );
      return { text: lines.join('\n'), structured: { version, today: day, documents } };
    },
  }),
  tool({
    name: 'figures',
    scope: 'read',
    title: '读数字',
    description: '一段中文里的数字、金额、比例、界限和日期，带位置。',
    input: answers.figuresAsked,
    output: answers.figuresRead,
    call({ text, ref, asked }) {
      const figures = readFigures(text, { ref, asked }).map((figure) => ({ ...figure }));
      return { text: JSON.stringify(figures), structured: { figures } };
    },
  }),
];
