import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { finished, type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';
import { malformed, validationFailed } from '../platform/errors';
import { fieldError, pointerTo, wrong } from '../platform/http/validation/field-errors';
import { nameInForm } from './file-name';
import { fileTooLarge } from './files.errors';

/** A form with one file, which lies on the disk. */
export interface Form {
  /** As the uploader calls it: for nothing but display, and not before it has been cleaned. */
  readonly fileName: string;
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
  /** The other fields of the form, still unchecked. */
  readonly fields: Readonly<Record<string, unknown>>;
}

const FILE_FIELD = 'file';
/** Of files one more than any form has, so that the second one is told from a wrong field. */
const LIMITS = { files: 2, fields: 10, fieldSize: 10_000, parts: 12 };
/**
 * The parser makes a stream of every part of what it is given at once, also beyond the limit of parts: 64 KiB of nothing but
 * boundaries held the event loop for 50 ms, a piece of this size holds it for 10.
 */
const PIECE_BYTES = 8 * 1024;

/**
 * Reads a form, writes its file and counts its bytes; nothing is held in memory. What is refused is left unread.
 * @param path where the file is written; nothing is there before
 * @throws malformed, validationFailed, fileTooLarge, or what the disk complains of
 */
export async function readForm(request: IncomingMessage, path: string, maxBytes: number): Promise<Form> {
  const parser = parserFor(request, maxBytes);
  const fields: Record<string, unknown> = {};
  const files: Promise<Omit<Form, 'fields'>>[] = [];
  const refuse = (error: Error): void => void parser.destroy(error);

  parser.on('field', (name, value) => {
    if (name === FILE_FIELD) refuse(wrongFile(name, 'unknown-field'));
    else if (name in Object.prototype) refuse(malformed());
    else if (Object.hasOwn(fields, name)) refuse(repeated(name));
    else fields[name] = value;
  });
  parser.on('file', (name, content, fileName) => {
    content.on('error', refuse).once('limit', () => refuse(fileTooLarge()));
    // Of what the parser has in hand it tells also after it was refused.
    if (parser.destroyed) return;
    if (name !== FILE_FIELD || files.length > 0) {
      refuse(wrongFile(name, 'unknown-field'));
      return;
    }
    parser.once('close', () => content.destroy());
    const file = write(content, path).then((written) => ({ ...written, fileName: nameInForm(fileName) }));
    files.push(file);
    file.catch(refuse);
  });
  for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit']) {
    parser.on(limit, () => refuse(fileTooLarge()));
  }

  try {
    await pipeline(inPieces(request), parser);
  } finally {
    // Its folder is removed next.
    await Promise.allSettled(files);
  }
  const file = await files[0];
  if (!file) throw wrongFile(FILE_FIELD, 'required');
  return { ...file, fields };
}

/** @throws malformed where the form does not say how its parts are told apart */
function parserFor({ headers }: IncomingMessage, fileSize: number): BusboyInstance {
  try {
    return new Busboy({ headers: headers as BusboyHeaders, limits: { ...LIMITS, fileSize } });
  } catch {
    throw malformed();
  }
}

/** A request does not tell the stream it is piped into that its connection has ended. */
function inPieces(request: IncomingMessage): Transform {
  const pieces = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      for (let at = 0; at < chunk.length; at += PIECE_BYTES) this.push(chunk.subarray(at, at + PIECE_BYTES));
      done();
    },
  });
  finished(request, (error) => {
    if (error) pieces.destroy(malformed());
  });
  return request.pipe(pieces);
}

async function write(content: Readable, path: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  const counted = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      hash.update(chunk);
      size += chunk.length;
      yield chunk;
    }
  };
  await pipeline(content, counted, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  return { size, sha256: hash.digest('hex') };
}

/** Which of two values is meant, nobody can tell. */
function repeated(name: string): Error {
  return wrong([fieldError(pointerTo('/', name), 'repeated')]);
}

/** @param field as the form names it; its parts need not have names */
function wrongFile(field: string | undefined, code: 'required' | 'unknown-field'): Error {
  const texts = {
    de: 'Bitte senden Sie genau eine Datei im Feld „file“.',
    en: 'Please send exactly one file in the field "file".',
  };
  return validationFailed({ fields: [{ pointer: pointerTo('/', field ?? ''), code, texts }] });
}
