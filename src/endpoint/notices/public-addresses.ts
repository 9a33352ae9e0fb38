/**
 * Where webhooks may go: to addresses of the public internet, unless it is allowed otherwise. Who names a webhook must not
 * reach what only this machine reaches: services on it, the network around it, a cloud's metadata.
 * https://www.iana.org/assignments/iana-ipv4-special-registry, https://www.iana.org/assignments/iana-ipv6-special-registry
 */
import { type LookupAddress, lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const NOT_PUBLIC_4 = [
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24',
  '192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4',
];
/** What may be routed at all; what stands for an IPv4 address, or is for documents, is taken out again. */
const GLOBAL_6 = ['2000::/3'];
const NOT_PUBLIC_6 = ['2001::/23 2001:db8::/32 2002::/16 3fff::/20'];

const notPublic4 = listSubnets(NOT_PUBLIC_4, 'ipv4');
const global6 = listSubnets(GLOBAL_6, 'ipv6');
const notPublic6 = listSubnets(NOT_PUBLIC_6, 'ipv6');

/** @param address an IP address, without brackets */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !notPublic4.check(address, 'ipv4');
    case 6:
      return global6.check(address, 'ipv6') && !notPublic6.check(address, 'ipv6');
    default:
      return false;
  }
}

/** That a host has only addresses which webhooks may not go to. */
export class PrivateAddressError extends Error {
  constructor(host: string) {
    super(`${host} has no public address`);
    this.name = 'PrivateAddressError';
  }
}

/**
 * Looks a host up as `net.connect` wants it, which then connects to what this gave: a name that changes its address in
 * between leads nowhere else. An address that stands in the URL itself is never looked up, see `isPublicAddress`.
 */
export const lookUpPublic: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error !== null) {
      callback(error, '', 0);
      return;
    }
    const open = addresses.filter(({ address }) => isPublicAddress(address));
    const [first] = open;
    if (first === undefined) callback(new PrivateAddressError(host), '', 0);
    else if (options.all === true) callback(null, open);
    else callback(null, first.address, first.family);
  });
};

function listSubnets(lines: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const subnet of lines.join(' ').split(' ')) {
    const [net = '', prefix = ''] = subnet.split('/');
    list.addSubnet(net, Number(prefix), family);
  }
  return list;
}
