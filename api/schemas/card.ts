/** The reply as data (src/contract/card.ts), for callers that show it in a form of their own. */
import { z } from 'zod';
import { named } from './registry.ts';
import { day, verdict, yuan } from './shared.ts';

const amount = z.object({
  yuan,
  capYuan: yuan,
  floorYuan: yuan,
  per: z.enum(['enterprise', 'project', 'enterprise-year']).nullable().describe('最高额按什么算'),
  kind: z.enum(['exact', 'floor', 'cap', 'range', 'unstated']),
  figure: z.string().nullable().describe('5万元；文件没有写明金额时是 null'),
  words: z.string(),
});

const condition = z.object({
  fact: z.string().nullable(),
  label: z.string(),
  state: z.enum(['met', 'unmet', 'open']),
  said: z.string().nullable().describe('对方说的，如 290人'),
  wanted: z.string().nullable().describe('文件要求的，如 300人以上'),
  lack: z.string().nullable().describe('差多少，如 差10人'),
});

const deadline = z.object({
  kind: z.enum(['apply-by', 'valid-until']),
  day,
  daysLeft: z.int().describe('过了是负数'),
  lastWorkday: day.nullable().describe('截止日不是工作日时，之前最后一个工作日'),
});

const action = z.object({
  id: z.string(),
  label: z.string(),
  send: z.string().describe('点了就发的话'),
  kind: z.enum(['choice', 'answer', 'command']),
});

export const card = named(
  'Card',
  z.object({
    verdict: verdict.nullable(),
    near: z.boolean().describe('只差一个条件'),
    expired: z.boolean().describe('所依据的文件已过期'),
    title: z.string().nullable(),
    amount: amount.nullable(),
    conditions: z.array(condition),
    deadline: deadline.nullable().describe('文件没有写截止日时是 null'),
    quote: z.string().nullable().describe('原文，逐字'),
    source: z.string().nullable(),
    notes: z.array(z.string()).describe('怎样理解的、默认了什么'),
    actions: z.array(action),
    covers: z.array(z.string()).describe('text 里卡片已经说了的行'),
  }),
);
