import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * Whether a host can only mean this machine: by its name, whatever a resolver would say of others.
 * @param host a name or an address, also as a URL writes it (`[::1]`)
 */
export function isLoopbackHost(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  if (isIP(name)) return ipaddr.process(name).range() === 'loopback';
  return name === 'localhost' || name.endsWith('.localhost');
}

/** Of a URL; empty where there is none. */
export function hostOf(url = ''): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}
