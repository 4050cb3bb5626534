/** MCP over HTTP at /mcp: stateless, one server a request, for hosts that are ours and origins that are allowed. */
import { createMcpHandler, validateHostHeader, validateOriginHeader } from '@modelcontextprotocol/server';
import { Hono } from 'hono';
import { machineWords as words } from '../../src/words/index.ts';
import type { Access, Caller } from '../access.ts';
import type { Desk } from '../desk.ts';
import { answered } from '../mount.ts';
import { ApiProblem } from '../problem.ts';
import { createMachineServer } from './server.ts';

export interface McpOptions {
  desk: Desk;
  access: Access;
  /** Names by which this server is asked, without ports: localhost, huiqi.example.cn. */
  hostnames: readonly string[];
  /** Pages whose scripts may call, as names of hosts. */
  originHostnames: readonly string[];
  onError(error: unknown, requestId: string, path: string): void;
}

const PATH = '/mcp';
const LOCAL = ['localhost', '127.0.0.1', '[::1]'];
const MOST_BYTES = 256 * 1_024;

export function mcpRouter({ desk, access, hostnames, originHostnames, onError }: McpOptions): Hono {
  const hosts = [...LOCAL, ...hostnames];
  const origins = [...hosts, ...originHostnames];

  function check(request: Request): void {
    const host = request.headers.get('host') ?? new URL(request.url).host;
    const isOurs = validateHostHeader(host, hosts).ok;
    if (!isOurs || !validateOriginHeader(request.headers.get('origin'), origins).ok)
      throw new ApiProblem('forbidden', words.wrongHost);
  }

  function handle(request: Request, caller: Caller): Promise<Response> {
    const report = (error: unknown) => onError(error, request.headers.get('x-request-id') ?? '', PATH);
    const handler = createMcpHandler(
      () => createMachineServer({ desk, may: (scope) => caller.may(scope), onError: report }),
      { onerror: report, maxRequestBodySize: MOST_BYTES },
    );
    return handler.fetch(request);
  }

  const hono = new Hono();
  hono.all(PATH, (c) =>
    answered(c, { onError }, async () => {
      check(c.req.raw);
      return handle(c.req.raw, await access.callerOf(c));
    }),
  );
  return hono;
}
