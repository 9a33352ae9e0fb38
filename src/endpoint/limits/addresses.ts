/** Which senders count as one: an address, or the network that one subscriber has of IPv6. */
import { isIPv4, isIPv6 } from 'node:net';

const GROUPS = 8;
/** Groups of 16 bits that name a subscriber's network (RFC 6177: a site gets a /64 at least). */
const NETWORK_GROUPS = 4;
/** ::ffff:0:0/96, IPv4 addresses in the form of IPv6 (RFC 4291, section 2.5.5.2). */
const MAPPED = '0:0:0:0:0:ffff:';
/** An address as proxies write it who name the port as well: each connection has another. */
const WITH_PORT = /^(?:\[(?<six>[^\]]*)\](?::\d+)?|(?<four>[\d.]+):\d+)$/;

/** @returns one text for all addresses that count as one; what is no address comes back as it is */
export function readNetwork(address: string | undefined): string {
  // Who has broken off already has no address any more.
  if (address === undefined) return '';
  const { six, four } = WITH_PORT.exec(address)?.groups ?? {};
  const [plain = ''] = (six ?? four ?? address).split('%');
  if (!isIPv6(plain)) return isIPv4(plain) ? plain : address;
  const groups = expand(plain);
  if (groups.join(':').startsWith(MAPPED)) {
    return groups
      .slice(-2)
      .map((group) => Number.parseInt(group, 16))
      .flatMap((number) => [number >> 8, number & 0xff])
      .join('.');
  }
  return `${groups.slice(0, NETWORK_GROUPS).join(':')}::/64`;
}

/** The eight groups of an IPv6 address, as URLs write them: small letters, no leading zeros. */
function expand(address: string): string[] {
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const first = head === '' ? [] : head.split(':');
  if (tail === undefined) return first;
  const last = tail === '' ? [] : tail.split(':');
  return [...first, ...Array<string>(GROUPS - first.length - last.length).fill('0'), ...last];
}
