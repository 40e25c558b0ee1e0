import { createReadStream } from 'node:fs';
import type { Delimiter } from './delimiter';

/** Where in a file something is, as people count. */
export interface Place {
  /** From 1. */
  readonly line: number;
  /** The cell, from 1. */
  readonly column: number;
}

const LF = 10;
const CR = 13;
const QUOTE = 34;

/** Line and cell of a byte. Quotation marks, separators and line breaks are the same bytes in every encoding we know. */
export async function placeOf(path: string, offset: number, delimiter: Delimiter): Promise<Place> {
  const separator = delimiter.charCodeAt(0);
  let [line, column, quoted, before] = [1, 1, false, 0];
  if (offset === 0) return { line, column };
  for await (const chunk of createReadStream(path, { end: offset - 1 }) as AsyncIterable<Buffer>) {
    for (const byte of chunk) {
      if (byte === QUOTE) quoted = !quoted;
      else if (byte === separator && !quoted) column += 1;
      else if (byte === CR || byte === LF) {
        if (byte === CR || before !== CR) line += 1;
        if (!quoted) column = 1;
      }
      before = byte;
    }
  }
  return { line, column };
}
