import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Config } from '../config/config';

/** Asked before the program is assembled and demo data loaded. @throws what `listen` would say */
export async function assertAddressFree({ host, port }: Config): Promise<void> {
  const probe = createServer().listen(port, host);
  await once(probe, 'listening');
  probe.close();
  await once(probe, 'close');
}
