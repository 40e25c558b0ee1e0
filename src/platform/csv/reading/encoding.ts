import { createReadStream } from 'node:fs';
import { importEncoding, importNoText } from '../csv.errors';

export type Encoding = 'utf8' | 'windows-1252';

/** How the bytes of a file are to be read. */
export interface Encoded {
  readonly encoding: Encoding;
  /** Where the text begins: behind the byte order mark, if there is one. */
  readonly start: number;
}

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const UTF16_MARKS = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];
/** Workbooks (ZIP, and the older format), which people upload by mistake. */
const WORKBOOKS = [Buffer.from('PK\x03\x04', 'latin1'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0])];

/**
 * Reads a whole file once: what is valid UTF-8 is UTF-8, all else is windows-1252.
 * @throws importNoText, importEncoding
 */
export async function encodingOf(path: string): Promise<Encoded> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let start: number | undefined;
  let valid = true;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    start ??= textStart(chunk);
    valid &&= decodes(decoder, chunk);
    if (!valid) break;
  }
  valid &&= decodes(decoder);
  if (!valid && start) throw importEncoding({ pointer: '/file' });
  return { encoding: valid ? 'utf8' : 'windows-1252', start: start ?? 0 };
}

function textStart(head: Buffer): number {
  const startsWith = (mark: Buffer): boolean => head.subarray(0, mark.length).equals(mark);
  if (WORKBOOKS.some(startsWith)) throw importNoText({ pointer: '/file' });
  if (UTF16_MARKS.some(startsWith)) throw importEncoding({ pointer: '/file' });
  return startsWith(UTF8_MARK) ? UTF8_MARK.length : 0;
}

function decodes(decoder: TextDecoder, chunk?: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}

/** Characters 0x80 to 0x9f; the five that windows-1252 leaves out stay control characters, which no cell may hold. */
const UPPER = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** The text whose bytes were read as ISO 8859-1, which differs from windows-1252 in these characters only. */
export function fromLatin1(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (character) => UPPER.charAt(character.charCodeAt(0) - 0x80));
}
