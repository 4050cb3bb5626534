/** Asking, matching, proving; figures and dates; reading a new document. */
import { z } from 'zod';
import { readFigures } from '../../src/figures/index.ts';
import { closesWhen } from '../../src/policy/index.ts';
import { ask, deadlineFeed, draft, match, trace } from '../../src/service/index.ts';
import { get, getText, post, type Route } from '../route.ts';
import * as schema from '../schemas/answers.ts';
import { enterprise, today } from '../schemas/shared.ts';

const ENTERPRISE = { text: '制造企业，端午没停产，每天在岗350人，用电涨了12%', today: '2022-06-20' };

export const answerRoutes: readonly Route[] = [
  post('/v1/ask', schema.answered, {
    summary: '问一句，得到引原文的回答',
    scope: 'ask',
    body: { schema: schema.asked, example: { question: '过节没停工有没有补贴', today: '2022-06-20' } },
    async answer({ body }, desk) {
      const answered = ask(desk.library(), { ...body, today: body.today ?? desk.today() });
      if (answered.kind === 'none') await desk.unanswered(body.question);
      return answered;
    },
  }),
  post('/v1/match', schema.matched, {
    summary: '一家企业在每一项待遇上的结论、金额和还缺什么',
    scope: 'match',
    body: { schema: enterprise, example: ENTERPRISE },
    answer: ({ body }, desk) => match(desk.library(), { ...body, today: body.today ?? desk.today() }),
  }),
  post('/v1/trace', schema.traced, {
    summary: '结论的全部依据：每个条件、陈述和原话、给付档、每个数字在原文的位置、读法',
    scope: 'match',
    body: { schema: enterprise, example: { ...ENTERPRISE, measure: 'XX发〔2030〕7号#2' } },
    answer: ({ body }, desk) => trace(desk.library(), { ...body, today: body.today ?? desk.today() }),
  }),
  post('/v1/figures', schema.figuresRead, {
    summary: '一段文字里的数字、金额、比例、界限和日期',
    scope: 'read',
    body: { schema: schema.figuresAsked, example: { text: '不超过500万元，8月底前申报', ref: '2022-06-20' } },
    answer: ({ body: { text, ref, asked } }) => ({
      figures: readFigures(text, { ref, asked }).map((figure) => ({ ...figure })),
    }),
  }),
  get('/v1/deadlines', schema.closings, {
    summary: '什么时候截止：申报期、有效期、各条的时间段',
    scope: 'read',
    query: z.object({ today }),
    answer({ query }, desk) {
      const { knowledge, version } = desk.library();
      const day = query.today ?? desk.today();
      return { version, today: day, documents: closesWhen(knowledge, day) };
    },
  }),
  getText(
    '/v1/deadlines.ics',
    { type: 'text/calendar; charset=utf-8', description: 'iCalendar，可以订阅' },
    {
      summary: '截止日期的日历',
      scope: 'read',
      query: z.object({ today }),
      answer: ({ query, origin }, desk) =>
        deadlineFeed(desk.library().knowledge, query.today ?? desk.today(), origin),
    },
  ),
  post('/v1/draft', schema.drafted, {
    summary: '读一份新文件：结构、日期和各条待遇的草稿，只供核对，不作回答',
    scope: 'draft',
    body: {
      schema: schema.document,
      kilobytes: 2_048,
      example: { text: '关于…的通知\n一、对…企业，给予10万元一次性补贴。' },
    },
    answer: ({ body }, desk) => draft(desk.library(), body),
  }),
];
