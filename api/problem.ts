/** A request that cannot be answered: its kind, its status, and one sentence that says what to do. */
import type { Problem } from './schemas/problem.ts';

export type ProblemKind =
  | 'bad-request'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'method-not-allowed'
  | 'conflict'
  | 'too-large'
  | 'unsupported-media-type'
  | 'too-many-requests'
  | 'internal';

const STATUS: Record<ProblemKind, { status: number; title: string }> = {
  'bad-request': { status: 400, title: '请求写得不对' },
  unauthorized: { status: 401, title: '需要密钥' },
  forbidden: { status: 403, title: '没有权限' },
  'not-found': { status: 404, title: '没有找到' },
  'method-not-allowed': { status: 405, title: '方法不对' },
  conflict: { status: 409, title: '已有变化' },
  'too-large': { status: 413, title: '内容太大' },
  'unsupported-media-type': { status: 415, title: '格式不对' },
  'too-many-requests': { status: 429, title: '请求太多' },
  internal: { status: 500, title: '服务出错' },
};

/** Thrown by what answers a request; becomes the response. */
export class ApiProblem extends Error {
  override name = 'ApiProblem';
  readonly kind: ProblemKind;
  readonly headers: Record<string, string>;
  readonly errors: Problem['errors'];

  constructor(
    kind: ProblemKind,
    detail: string,
    more: { headers?: Record<string, string>; errors?: Problem['errors'] } = {},
  ) {
    super(detail);
    this.kind = kind;
    this.headers = more.headers ?? {};
    this.errors = more.errors;
  }
}

/** `instance`: the id of the request. */
export function problemResponse({ kind, message, headers, errors }: ApiProblem, instance: string): Response {
  const { status, title } = STATUS[kind];
  const body: Problem = {
    type: `urn:huiqi:problem:${kind}`,
    title,
    status,
    detail: message,
    instance,
    ...(errors && { errors }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    },
  });
}
