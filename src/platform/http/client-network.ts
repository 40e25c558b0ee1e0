import ipaddr from 'ipaddr.js';

/** Groups of an IPv6 address that name the network; who has one, has all 2^64 addresses in it. */
const NETWORK_GROUPS = 4;

/**
 * What limits count as one client: an IPv4 address, or the /64 network of an IPv6 address.
 * @param address as the connection or a trusted proxy reports it; what is none stays as it is
 */
export function clientNetwork(address: string): string {
  if (!address.includes(':') || !ipaddr.isValid(address)) return address;
  // An IPv4 address may come dressed as IPv6.
  const parsed = ipaddr.process(address);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  const groups = parsed.parts.slice(0, NETWORK_GROUPS).map((group) => group.toString(16));
  return `${groups.join(':')}::/64`;
}
