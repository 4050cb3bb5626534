/** Who asks, where proxies stand between: only those that the settings name are believed when they name another address. */
import { BlockList, isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

export type AddressOf = (c: Context) => string;

/**
 * `trusted`: addresses and networks, as 10.0.0.5 or 172.16.0.0/12. A chain of proxies is read from its end: the first address that
 * is not one of them asks.
 */
export function createAddressOf(trusted: string[]): AddressOf {
  const proxies = new BlockList();
  for (const entry of trusted) {
    const [address = '', bits] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) proxies.addAddress(address, family);
    else proxies.addSubnet(address, Number(bits), family);
  }
  const isProxy = (address: string): boolean => {
    const family = isIP(address);
    return family !== 0 && proxies.check(address, family === 6 ? 'ipv6' : 'ipv4');
  };

  return (c) => {
    const peer = peerOf(c);
    if (peer !== null && !isProxy(peer)) return peer;
    const named = (c.req.header('x-forwarded-for') ?? '')
      .split(',')
      .map((address) => plain(address.trim()))
      .filter((address) => address !== '');
    return named.findLast((address) => !isProxy(address)) ?? named[0] ?? peer ?? 'local';
  };
}

/** ::ffff:10.0.0.5 → 10.0.0.5 */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d)/u, '');

/** Null without a socket (a test). */
function peerOf(c: Context): string | null {
  try {
    const { address } = getConnInfo(c).remote;
    return address === undefined ? null : plain(address);
  } catch {
    return null;
  }
}
