import { open } from 'node:fs/promises';

const CANDIDATES = [';', ',', '\t'] as const;
export type Delimiter = (typeof CANDIDATES)[number];

const HEAD = 64 * 1024;

/** The separator of a file, as its first line that is not empty shows it. */
export async function delimiterOf(path: string, start: number): Promise<Delimiter> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, start);
    // Separators and quotation marks are the same bytes in both encodings.
    return mostFrequent(buffer.toString('latin1', 0, bytesRead));
  } finally {
    await file.close();
  }
}

/** What occurs most often in the first line, not counting what is quoted; the semicolon where nothing occurs. */
export function mostFrequent(text: string): Delimiter {
  const [line = ''] = text.replace(/"[^"]*"?/g, '').match(/[^\r\n]*[^\r\n\s][^\r\n]*/) ?? [];
  const count = (delimiter: string): number => line.split(delimiter).length;
  return CANDIDATES.reduce((best, other) => (count(other) > count(best) ? other : best));
}
