/** What a request that cannot be answered gets: RFC 9457. */
import { z } from 'zod';
import { named } from './registry.ts';

export const problem = named(
  'Problem',
  z.object({
    type: z.string().describe('问题的种类，固定的 URN'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('一句话：哪里不对，怎么办'),
    instance: z.string().describe('这次请求的编号，找人排查时请提供'),
    errors: z
      .array(z.object({ field: z.string(), detail: z.string() }))
      .optional()
      .describe('哪几个字段不对'),
  }),
);
export type Problem = z.infer<typeof problem>;
