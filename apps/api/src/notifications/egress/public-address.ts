import net from 'node:net';

/** IANA special-purpose addresses: private, loopback, link-local (and cloud metadata), carrier NAT, documentation, multicast, reserved. */
const NOT_PUBLIC_V4 = blockList('ipv4', [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]);

/** Of IPv6 only global unicast is public at all; within it tunnels that carry an IPv4 address, protocol and documentation blocks are not. */
const GLOBAL_V6 = blockList('ipv6', [['2000::', 3]]);
const NOT_PUBLIC_V6 = blockList('ipv6', [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]);

/** May we connect to it on behalf of an organisation (SEC-34)? Text that is no IP address is not public. */
export function isPublicAddress(address: string): boolean {
  const family = net.isIP(address);
  if (family === 4) return !NOT_PUBLIC_V4.check(address, 'ipv4');
  if (family === 6) return GLOBAL_V6.check(address, 'ipv6') && !NOT_PUBLIC_V6.check(address, 'ipv6');
  return false;
}

function blockList(family: 'ipv4' | 'ipv6', nets: readonly (readonly [string, number])[]): net.BlockList {
  const list = new net.BlockList();
  for (const [address, bits] of nets) list.addSubnet(address, bits, family);
  return list;
}
