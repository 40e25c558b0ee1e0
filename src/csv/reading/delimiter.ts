import { open } from 'node:fs/promises';

const CANDIDATES = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof CANDIDATES)[number];

/** What the head of a file says of its form. */
export interface Head {
  readonly delimiter: Delimiter;
  /** Bytes of a first line that tells Excel the separator and is no part of the table; 0 where there is none. */
  readonly length: number;
}

const LONGEST = 64 * 1024;
/** `sep=;`, also in quotation marks, as spreadsheets save what they have opened. */
const SEPARATOR_LINE = /^("?)sep=([;,\t|])\1[;,\t|]*(?:\r\n|\n|\r|$)/i;

/** @param start where the text begins */
export async function headOf(path: string, start: number): Promise<Head> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LONGEST), 0, LONGEST, start);
    // Separators and quotation marks are the same bytes in all encodings.
    const text = buffer.toString('latin1', 0, bytesRead);
    const [line = '', , declared] = SEPARATOR_LINE.exec(text) ?? [];
    return { delimiter: (declared as Delimiter | undefined) ?? mostFrequent(text), length: line.length };
  } finally {
    await file.close();
  }
}

/** What occurs most often in the first line, not counting what is quoted; the semicolon where nothing occurs. */
export function mostFrequent(text: string): Delimiter {
  const lines = text.replace(/"[^"]*"?/g, '').split(/[\r\n]/);
  const line = lines.find((one) => one.trim() !== '') ?? '';
  const count = (delimiter: string): number => line.split(delimiter).length;
  return CANDIDATES.reduce((best, other) => (count(other) > count(best) ? other : best));
}
