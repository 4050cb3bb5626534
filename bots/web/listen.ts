/** Opens the port, or says in one sentence why not and which one is free. */
import { createServer } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { UserError } from '../../src/contract/index.ts';

export interface Listening {
  port: number;
  close(): Promise<void>;
}

const MOST_CONNECTIONS = 5_000;
/** Until the first line and the headers are there, and until the whole request is. Answers may take as long as they like. */
const HEADERS_LIMIT_MS = 10_000;
const REQUEST_LIMIT_MS = 60_000;

export async function listen(
  fetch: (request: Request, bindings: unknown) => Response | Promise<Response>,
  host: string,
  port: number,
): Promise<Listening> {
  const server = createAdaptorServer({ fetch: fetch as never });
  server.maxConnections = MOST_CONNECTIONS;
  if ('requestTimeout' in server) {
    server.headersTimeout = HEADERS_LIMIT_MS;
    server.requestTimeout = REQUEST_LIMIT_MS;
  }
  try {
    await opened(server, host, port);
  } catch (error) {
    throw await explained(error as NodeJS.ErrnoException, host, port);
  }
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

type Listener = Pick<ServerType, 'once' | 'listen' | 'off'>;

const opened = (server: Listener, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });

async function explained(error: NodeJS.ErrnoException, host: string, port: number): Promise<unknown> {
  if (error.code === 'EADDRINUSE') {
    const free = await nextFree(host, port + 1);
    const instead = free === null ? '请用 PORT 换一个端口' : `${free} 是空闲的，可以用 PORT=${free} 启动`;
    return new UserError(`端口 ${port} 已被别的程序占用，网页打不开。${instead}。`);
  }
  if (error.code === 'EACCES')
    return new UserError(`没有权限使用端口 ${port}。请用 PORT 换一个 1024 以上的端口。`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new UserError(`本机没有 ${host} 这个地址。请改正 HOST，本机使用填 127.0.0.1。`);
  return error;
}

const TRIES = 50;

async function nextFree(host: string, from: number): Promise<number | null> {
  for (let port = from; port < from + TRIES && port <= 65_535; port++) {
    const probe = createServer();
    const free = await opened(probe as unknown as Listener, host, port).then(
      () => true,
      () => false,
    );
    await new Promise((resolve) => (free ? probe.close(resolve) : resolve(null)));
    if (free) return port;
  }
  return null;
}
