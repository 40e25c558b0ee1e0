import { CsvError, parse, type Parser } from 'csv-parse';
import { importBroken } from '../csv.errors';
import type { Delimiter } from './delimiter';
import { fromLatin1 } from './code-pages';
import type { Encoded } from './encoding';
import { inTurns, piecesOf } from './pieces';

/** A file whose form is known. */
export interface CsvFile extends Encoded {
  readonly path: string;
  readonly delimiter: Delimiter;
  /** Of the first record, counted from 1. */
  readonly line: number;
}

/** One record; lines and rows in which nothing stands are none. */
export interface CsvRecord {
  /** Where it begins, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Why it cannot be read, and in which cell, counted from 1; there are no cells then. */
  readonly broken?: { readonly fault: Fault; readonly column: number };
}

export type Fault = 'quote' | 'too-long';

/** Where a record begins. */
interface Position {
  readonly offset: number;
  readonly line: number;
}

/** Characters of a record: one that is longer is a forgotten quotation mark. */
const LONGEST = 100_000;
/** What the parser counts leaves out separators: of them, too, there may be so many. */
const LONGEST_BYTES = 2 * LONGEST;
/** Ten times the columns that a file may have. */
const MOST_CELLS = 1_000;
const MAX_BROKEN = 1_000;

/**
 * The records of a file, one after the other. A record that cannot be read is handed over as such, and reading goes on
 * with the next line: a misplaced quotation mark must not swallow the rows behind it.
 * @throws importBroken where that happens too often
 */
export async function* recordsOf(file: CsvFile): AsyncGenerator<CsvRecord> {
  let position: Position | undefined = { offset: file.start, line: file.line };
  for (let broken = 0; position; broken++) {
    const segment: ParseSegment = new ParseSegment(file, position);
    yield* segment.records();
    if (!segment.broken) return;
    const { line, offset } = segment.end;
    if (broken >= MAX_BROKEN) throw importBroken({ pointer: '/file', values: { max: MAX_BROKEN, line } });
    yield { line, cells: [], broken: segment.broken };
    const next = await behindLine(file.path, offset);
    position = next === undefined ? undefined : { offset: next, line: line + 1 };
  }
}

/** What one parser reads: up to a record that is broken, or to the end. */
class ParseSegment {
  broken?: CsvRecord['broken'];
  /** Behind the last record that was read. */
  end: Position;
  private found: CsvRecord[] = [];

  constructor(
    private readonly file: CsvFile,
    private readonly start: Position,
  ) {
    this.end = start;
  }

  // The parser is not piped: a stream that fails drops what it has read already.
  async *records(): AsyncGenerator<CsvRecord> {
    const parser = this.parser();
    let { offset } = this.start;
    for await (const piece of piecesOf(this.file.path, offset)) {
      this.note(await outcome((done) => parser.write(piece, done)));
      yield* inTurns(this.found.splice(0));
      offset += piece.length;
      if (offset - this.end.offset > LONGEST_BYTES) this.broken ??= { fault: 'too-long', column: 1 };
      if (this.broken) return;
    }
    this.note(await outcome((done) => parser.end(done)));
    yield* inTurns(this.found.splice(0));
  }

  private parser(): Parser {
    const parser = parse({
      delimiter: this.file.delimiter,
      encoding: this.file.encoding === 'utf8' ? 'utf8' : 'latin1',
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      max_record_size: LONGEST,
      on_record: (cells, { bytes }) => {
        const record = this.placed(cells, bytes);
        if (record.broken || record.cells.some((cell) => cell.trim() !== '')) this.found.push(record);
        return null;
      },
    });
    // Failures arrive where the parser is fed.
    return parser.on('error', () => undefined);
  }

  private note(error: Error | null | undefined): void {
    if (!error) return;
    if (!(error instanceof CsvError)) throw error;
    const fault = error.code === 'CSV_MAX_RECORD_SIZE' ? 'too-long' : 'quote';
    this.broken = { fault, column: Number(error.column) + 1 };
  }

  private placed(raw: string[], bytes: number): CsvRecord {
    const { line } = this.end;
    this.end = { offset: this.start.offset + bytes, line: line + 1 + lineBreaksIn(raw) };
    if (raw.length > MOST_CELLS)
      return { line, cells: [], broken: { fault: 'too-long', column: MOST_CELLS } };
    const { encoding } = this.file;
    return { line, cells: encoding === 'utf8' ? raw : raw.map((cell) => fromLatin1(cell, encoding)) };
  }
}

/** What a stream says of a piece that it is given. */
function outcome(give: (done: (error?: Error | null) => void) => void): Promise<Error | null | undefined> {
  return new Promise((resolve) => give(resolve));
}

function lineBreaksIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell === '' ? 0 : (cell.match(/\r\n|\r|\n/g)?.length ?? 0)), 0);
}

const LF = 10;
const CR = 13;

/** Where the line ends that begins there; nothing where the file ends with it. */
async function behindLine(path: string, offset: number): Promise<number | undefined> {
  let position = offset;
  let afterCr = false;
  for await (const chunk of piecesOf(path, offset)) {
    for (const byte of chunk) {
      if (afterCr && byte !== LF) return position;
      position += 1;
      if (byte === LF) return position;
      afterCr = byte === CR;
    }
  }
  return undefined;
}
