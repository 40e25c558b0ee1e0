import type { IncomingMessage } from 'node:http';
import { malformed, payloadTooLarge, requestTimedOut } from '../../errors';

/**
 * Reads a body to its end. What is too large or too slow is left where it is: the answer need not wait for it.
 * @throws payloadTooLarge, requestTimedOut, malformed where the client has gone
 */
export function readBody(request: IncomingMessage, most: number, withinMs: number): Promise<Buffer> {
  if (Number(request.headers['content-length']) > most) return Promise.reject(payloadTooLarge());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = (error?: Error): void => {
      clearTimeout(timer);
      request.off('data', onData).off('end', onEnd).off('error', onGone).off('close', onGone);
      if (error) reject(error);
      else resolve(Buffer.concat(chunks, size));
    };
    const onData = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > most) finish(payloadTooLarge());
      else chunks.push(chunk);
    };
    const onEnd = (): void => finish();
    const onGone = (): void => finish(malformed());
    const timer = setTimeout(() => finish(requestTimedOut()), withinMs);
    request.on('data', onData).once('end', onEnd).once('error', onGone).once('close', onGone);
  });
}
