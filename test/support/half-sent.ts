import { connect } from 'node:net';
import { e2eEnvironment } from './environment';

export interface HalfSent {
  /** Everything that came back. */
  readonly answer: string;
  /** When the first byte came back, and when the server ended the connection; Infinity where it did not. */
  readonly answeredAfterMs: number;
  readonly endedAfterMs: number;
}

/** Sends what is there of a request, waits for the rest in vain, and watches what the server does. */
export function halfSent(
  text: string,
  waitMs: number,
  baseUrl = e2eEnvironment().baseUrl,
): Promise<HalfSent> {
  return new Promise((resolve) => {
    const since = performance.now();
    let answer = '';
    let answeredAfterMs = Infinity;
    const socket = connect(Number(new URL(baseUrl).port), '127.0.0.1', () => socket.write(text));
    const finish = (endedAfterMs: number): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ answer, answeredAfterMs, endedAfterMs });
    };
    const timer = setTimeout(() => finish(Infinity), waitMs);
    socket.on('data', (chunk) => {
      answeredAfterMs = Math.min(answeredAfterMs, performance.now() - since);
      answer += chunk.toString('latin1');
    });
    socket.on('error', () => undefined);
    socket.once('close', () => finish(performance.now() - since));
  });
}
