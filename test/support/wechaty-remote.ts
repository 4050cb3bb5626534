/** A PuppetServer over gRPC on loopback, and a wire to it that can be cut and held. */

import type { AddressInfo } from 'node:net';
import { createServer, connect as dial, type Socket } from 'node:net';
import { PuppetServer } from 'wechaty-puppet-service';
import { type WechatAccount, wechatAccount } from './wechaty-mock.ts';

/** The certificate that is on by default names 'insecure'. */
export const TOKEN = 'insecure_6ba7b810-9dad-11d1-80b4-00c04fd430c8';

export interface RemotePuppet {
  account: WechatAccount;
  endpoint: string;
  /** How often the far puppet was stopped: each time logs the account out. */
  stops(): number;
  connections(): number;
  /** Every connection ends, and new ones are refused. */
  cut(): void;
  /** The wire stays open and carries nothing. */
  hold(): void;
  /** New connections are let through; held ones end. */
  restore(): void;
  close(): Promise<void>;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening));
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}

export async function startRemotePuppet(): Promise<RemotePuppet> {
  const account = wechatAccount();
  const serverPort = await freePort();
  const server = new PuppetServer({
    endpoint: `127.0.0.1:${serverPort}`,
    puppet: account.puppet,
    token: TOKEN,
  });
  await server.start();
  let stops = 0;
  let connections = 0;
  let wire: 'open' | 'cut' | 'held' = 'open';
  const pairs = new Set<[Socket, Socket]>();
  account.puppet.on('stop', () => void stops++);

  const proxy = createServer((near) => {
    if (wire === 'cut') return void near.destroy();
    connections++;
    const far = dial(serverPort, '127.0.0.1');
    const pair: [Socket, Socket] = [near, far];
    pairs.add(pair);
    for (const [from, to] of [pair, [far, near] as const]) {
      from.on('data', (chunk) => wire !== 'held' && to.write(chunk));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        pairs.delete(pair);
        to.destroy();
      });
    }
  });
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));

  const endAll = () => {
    for (const pair of [...pairs]) for (const socket of pair) socket.destroy();
  };
  return {
    account,
    endpoint: `127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    stops: () => stops,
    connections: () => connections,
    cut() {
      wire = 'cut';
      endAll();
    },
    hold() {
      wire = 'held';
    },
    restore() {
      if (wire === 'held') endAll();
      wire = 'open';
    },
    async close() {
      endAll();
      await new Promise((closed) => proxy.close(closed));
      await server.stop();
    },
  };
}
