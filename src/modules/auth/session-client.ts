import { currentContext } from '../../platform/context/context';

const MAX_NAME_LENGTH = 200;

/** By what people recognise a session. */
export interface SessionClient {
  /** The network as limits count it: an IPv4 address, or the first half of an IPv6 address. */
  readonly address: string | null;
  /** What the browser or program calls itself; anybody can claim anything. */
  readonly userAgent: string | null;
}

/** The client of the current request. */
export function currentClient(): SessionClient {
  const { address, userAgent } = currentContext() ?? {};
  const shown = userAgent?.replaceAll(/\p{C}/gu, '').slice(0, MAX_NAME_LENGTH);
  return { address: address ?? null, userAgent: shown || null };
}
