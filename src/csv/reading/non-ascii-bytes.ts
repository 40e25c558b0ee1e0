import type { CodePage } from './code-pages';
import { CodePageDetector } from './code-page-detector';
import { piecesOf } from './pieces';

const MAX_SEQUENCE_LENGTH = 4;
const SPACE = 0x20;

/**
 * The code page of a file that is not UTF-8 as a whole, or where it cannot be read. A file that is
 * partly UTF-8 was put together from several, or damaged: in no code page would all of its rows be right.
 * @param start behind the byte order mark of UTF-8, if there is one: such a file says that it is nothing else
 */
export async function codePageOf(
  path: string,
  start: number,
): Promise<CodePage | { readonly doubtAt: number }> {
  const bytes = new NonAsciiBytes(start > 0);
  let offset = start;
  let rest = Buffer.alloc(0);
  for await (const chunk of piecesOf(path, start)) {
    const read = Buffer.concat([rest, chunk]);
    const end = Math.max(0, read.length - MAX_SEQUENCE_LENGTH);
    bytes.add(read, end, offset);
    offset += end;
    rest = read.subarray(end);
  }
  bytes.add(rest, rest.length, offset);
  return bytes.verdict();
}

/** Sorts the bytes from 0x80 on into sequences of UTF-8 and others. */
class NonAsciiBytes {
  private readonly detector = new CodePageDetector();
  private readonly sequences = new Places();
  private readonly others = new Places();
  private before = SPACE;
  private sequenceEnd = 0;

  constructor(private readonly saysUtf8: boolean) {}

  /** @param end up to which bytes are counted; those behind it are looked at only */
  add(bytes: Buffer, end: number, offset: number): void {
    for (let i = 0; i < end; i++) {
      const byte = bytes.readUInt8(i);
      if (byte >= 0x80) this.addNonAscii(bytes, i, offset + i);
      this.before = byte;
    }
  }

  verdict(): CodePage | { readonly doubtAt: number } {
    if (this.saysUtf8) return { doubtAt: this.others.first };
    if (this.sequences.count === 0) return this.detector.verdict();
    const rarer = this.others.count > this.sequences.count ? this.sequences : this.others;
    return { doubtAt: rarer.first };
  }

  private addNonAscii(bytes: Buffer, i: number, at: number): void {
    this.detector.add(at, this.before, bytes.readUInt8(i), bytes[i + 1] ?? SPACE);
    if (at < this.sequenceEnd) return;
    const length = sequenceAt(bytes, i);
    if (length === 0) this.others.add(at);
    else this.sequences.add(at);
    this.sequenceEnd = at + length;
  }
}

class Places {
  count = 0;
  first = 0;

  add(at: number): void {
    if (this.count === 0) this.first = at;
    this.count += 1;
  }
}

/** What is written with two bytes in lists of ours; of others, e.g. "ß“" in windows-1252 looks the same. */
const USUAL = /^[\u00a0-\u024f\u0370-\u052f]$/;

/** How many bytes there are one character in UTF-8; 0 where they are none. */
function sequenceAt(bytes: Buffer, i: number): number {
  const first = bytes.readUInt8(i);
  // Most bytes of other encodings are told by the next one.
  if (((bytes[i + 1] ?? 0) & 0xc0) !== 0x80) return 0;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  const sequence = bytes.subarray(i, i + length);
  const text = sequence.toString('utf8');
  if (Buffer.byteLength(text) !== length || !Buffer.from(text).equals(sequence)) return 0;
  return length > 2 || USUAL.test(text) ? length : 0;
}
