import { createReadStream } from 'node:fs';
import { setImmediate } from 'node:timers/promises';

/** What is computed of one piece takes some milliseconds, also of nothing but ends of lines; others have their turn before the next one. */
const PIECE_BYTES = 1024;
const TURN_MS = 10;

/** The bytes of a file from there on, few at a time. */
export async function* piecesOf(path: string, start = 0): AsyncGenerator<Buffer> {
  for await (const bytes of createReadStream(path, { start }) as AsyncIterable<Buffer>) {
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      yield bytes.subarray(at, at + PIECE_BYTES);
      await setImmediate();
    }
  }
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
