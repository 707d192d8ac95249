import { isIP, isIPv6 } from 'node:net';
import type { Request } from 'express';

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
const GROUPS = 8;
const NETWORK_GROUPS = 4;

/** Where a request comes from, as far as limits go. Behind trusted proxies it is what the first of them saw. */
export function clientAddress(request: Request): string {
  const told = request.ip ?? '';
  return networkOf(isIP(told) > 0 ? told : (request.socket.remoteAddress ?? ''));
}

/** An IPv4 address stands for itself; of IPv6 whoever has one address has the whole /64. */
export function networkOf(address: string): string {
  const mapped = MAPPED.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.split('::').map(groupsOf);
  const gap = Array.from({ length: GROUPS - head.length - tail.length }, () => '0');
  const network = [...head, ...gap, ...tail].slice(0, NETWORK_GROUPS);
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

/** An IPv4 address at the end, or the name of an interface, is far behind the network. */
const groupsOf = (part: string): string[] =>
  part === '' ? [] : part.replace(/\d+\.\d+\.\d+\.\d+$/, '0:0').split(':');
