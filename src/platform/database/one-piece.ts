import type { Writable } from 'node:stream';
import type { PoolClient } from 'pg';

const held = new WeakSet<Writable>();

/**
 * What is sent on a shared connection in one turn of the event loop, by however many requests, leaves in one piece: each
 * piece by itself would cost a system call and wake the process at the other end. A transaction has nobody to wait for.
 */
export function inOnePiece(client: PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  if (held.has(stream)) return;
  held.add(stream);
  stream.cork();
  setImmediate(() => {
    held.delete(stream);
    stream.uncork();
  });
}
