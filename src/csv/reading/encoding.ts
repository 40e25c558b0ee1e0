import { importEncoding, importNoText } from '../csv.errors';
import type { CodePage } from './code-pages';
import { headOf } from './delimiter';
import { codePageOf } from './non-ascii-bytes';
import { piecesOf } from './pieces';
import { placeOf } from './place';

export type Encoding = 'utf8' | CodePage;

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
 * Reads a whole file before anything of it is used: UTF-8, or the one code page in which all of it is plausible.
 * @throws importNoText, importEncoding
 */
export async function encodingOf(path: string): Promise<Encoded> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let start: number | undefined;
  let valid = true;
  for await (const chunk of piecesOf(path)) {
    start ??= await textStart(path, chunk);
    valid &&= decodes(decoder, chunk);
    if (!valid) break;
  }
  valid &&= decodes(decoder);
  return valid ? { encoding: 'utf8', start: start ?? 0 } : otherwise(path, start ?? 0);
}

async function otherwise(path: string, start: number): Promise<Encoded> {
  const found = await codePageOf(path, start);
  if (typeof found !== 'string') throw await undecodable(path, start, found.doubtAt);
  return { encoding: found, start };
}

async function textStart(path: string, head: Buffer): Promise<number> {
  const startsWith = (mark: Buffer): boolean => head.subarray(0, mark.length).equals(mark);
  if (WORKBOOKS.some(startsWith)) throw importNoText({ pointer: '/file' });
  if (UTF16_MARKS.some(startsWith)) throw await undecodable(path, 0, 0);
  return startsWith(UTF8_MARK) ? UTF8_MARK.length : 0;
}

async function undecodable(path: string, start: number, offset: number): Promise<Error> {
  const { delimiter } = await headOf(path, start);
  const { line, column } = await placeOf(path, offset, delimiter);
  const { code, texts } = importEncoding();
  const field = { pointer: '/file', code, texts, extensions: { line, column } };
  return importEncoding({ fields: [field], values: { line, column } });
}

function decodes(decoder: TextDecoder, chunk?: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}
