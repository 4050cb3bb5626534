/** The OpenAPI 3.1 document, made from the table that the router is made from. */
import { z } from 'zod';
import { machineWords } from '../src/words/index.ts';
import type { Route } from './route.ts';
import { problem } from './schemas/problem.ts';
import { components } from './schemas/registry.ts';

type Json = Record<string, unknown>;

const REF = '#/components/schemas/';
/** What every route may answer beside its own. */
const COMMON = [400, 401, 403, 429, 500];
const WITH_BODY = [413, 415];

export function openApiDocument(routes: readonly Route[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: machineWords.title,
      version,
      description:
        '惠企政策的查询、匹配和依据。回答里的每个数字都引自文件原文；文件没有写的，如实说没有写。日期按北京时间。',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{ key: [] }, {}],
    paths,
    components: {
      schemas: schemas(),
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: '管理员用 huiqi key add 发放的密钥' },
      },
    },
  };
}

function operation(route: Route): Json {
  const { gives, body } = route;
  const content =
    'schema' in gives
      ? { 'application/json': { schema: refOf(gives.schema) } }
      : { [gives.type.split(';')[0]!]: { schema: { type: 'string', description: gives.description } } };
  const etag =
    route.method === 'get'
      ? { headers: { ETag: { description: '知识的版本和日期', schema: { type: 'string' } } } }
      : {};
  const statuses = [...COMMON, ...(body ? WITH_BODY : []), ...route.problems];
  return {
    operationId: operationId(route),
    summary: route.summary,
    'x-scope': route.scope,
    parameters: [...parameters(route.params, 'path'), ...parameters(route.query, 'query')],
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: refOf(body.schema), example: body.example } },
      },
    }),
    responses: {
      200: { description: route.summary, content, ...etag },
      ...(route.method === 'get' && { 304: { description: '没有变化' } }),
      ...Object.fromEntries(statuses.map((status) => [status, problemReply(status)])),
    },
  };
}

/** get /v1/policies/{number}/source → getPoliciesNumberSource */
const operationId = ({ method, path }: Route): string =>
  method +
  path
    .replace('/v1', '')
    .split(/[^a-z0-9]/iu)
    .filter(Boolean)
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join('');

const PROBLEMS: Record<number, string> = {
  400: '请求写得不对',
  401: '需要密钥，或密钥不对',
  403: '密钥没有这项权限',
  404: '没有找到',
  409: '列表已有变化，请从头取',
  413: '内容太大',
  415: '内容不是 JSON',
  429: '请求太多，过 Retry-After 秒再试',
  500: '服务出错',
};

const problemReply = (status: number): Json => ({
  description: PROBLEMS[status] ?? '',
  content: { 'application/problem+json': { schema: refOf(problem) } },
});

function parameters(shape: z.ZodObject, place: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = jsonSchema(shape) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    required: place === 'path' || (required.includes(name) && !('default' in schema)),
    ...(description === undefined ? {} : { description }),
    schema,
  }));
}

function jsonSchema(schema: z.ZodType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
  return rest;
}

function refOf(schema: z.ZodType): Json {
  const id = components.get(schema)?.id;
  if (id === undefined) throw new Error('a schema of a route bears no name');
  return { $ref: `${REF}${id}` };
}

function schemas(): Json {
  const made = z.toJSONSchema(components, {
    uri: (id) => `${REF}${id}`,
    io: 'input',
    unrepresentable: 'any',
  }) as unknown as { schemas: Record<string, Json> };
  return Object.fromEntries(
    Object.entries(made.schemas)
      .map(([id, { $schema: _, $id: __, ...schema }]): [string, Json] => [id, schema])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
