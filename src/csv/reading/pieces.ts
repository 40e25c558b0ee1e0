import { createReadStream } from 'node:fs';
import { setImmediate } from 'node:timers/promises';

/** What is computed of one piece takes a few milliseconds; others have their turn before the next one. */
const PIECE_BYTES = 4 * 1024;
const TURN_MS = 10;

/** The bytes of a file from there on, few at a time. */
export function piecesOf(path: string, start = 0): AsyncIterable<Buffer> {
  return createReadStream(path, { start, highWaterMark: PIECE_BYTES });
}

/**
 * Hands on what is there, one after the other, and leaves the event loop to others meanwhile: a piece can hold thousands of
 * records, and what is done with each of them counts, too.
 */
export async function* inTurns<Value>(values: readonly Value[]): AsyncGenerator<Value> {
  let since = performance.now();
  for (const value of values) {
    yield value;
    if (performance.now() - since < TURN_MS) continue;
    await setImmediate();
    since = performance.now();
  }
}
