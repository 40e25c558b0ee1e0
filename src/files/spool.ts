import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { DomainError, malformed, unsupportedMediaType, validationFailed } from '../platform/errors';
import { nameInForm } from './file-name';
import { fileTooLarge } from './files.errors';
import { makeSpoolFolder } from './spool-folders';

/** A file as it came in, in a folder of its own until `remove` is called. */
export interface Upload {
  readonly path: string;
  /** As the uploader calls it: for nothing but display, and not before it has been cleaned. */
  readonly fileName: string;
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
  /** The other fields of the form, still unchecked. */
  readonly fields: Readonly<Record<string, unknown>>;
}

const FILE_FIELD = 'file';

/** Reads a form with one file into a folder of the caller's and counts its bytes; nothing is held in memory. */
async function read(request: FastifyRequest, folder: string): Promise<Upload> {
  const fields: Record<string, unknown> = {};
  let file: Pick<Upload, 'path' | 'fileName' | 'size' | 'sha256'> | undefined;
  // The parser ends with the connection, but waits for ever for one that had ended before.
  if (request.raw.destroyed) throw malformed();
  for await (const part of request.parts()) {
    if (part.type === 'field' && part.fieldname !== FILE_FIELD) {
      fields[part.fieldname] = part.value;
    } else if (part.type === 'field' || part.fieldname !== FILE_FIELD || file) {
      throw wrongFile(`/${part.fieldname}`, 'unknown-field');
    } else {
      file = await write(part, join(folder, 'upload'));
    }
  }
  if (!file) throw wrongFile(`/${FILE_FIELD}`, 'required');
  return { ...file, fields };
}

async function write(
  part: MultipartFile,
  path: string,
): Promise<Pick<Upload, 'path' | 'fileName' | 'size' | 'sha256'>> {
  const hash = createHash('sha256');
  let size = 0;
  const target = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of part.file as AsyncIterable<Buffer>) {
      hash.update(chunk);
      size += chunk.length;
      await target.write(chunk);
    }
  } finally {
    await target.close();
  }
  if (part.file.truncated) throw fileTooLarge();
  return { path, fileName: nameInForm(part.filename), size, sha256: hash.digest('hex') };
}

/**
 * Spools the file of a form to the disk, does the work and removes it again, however the work ends.
 * @throws unsupportedMediaType, malformed, validationFailed, fileTooLarge
 */
export async function withUpload<T>(
  request: FastifyRequest,
  work: (upload: Upload) => Promise<T>,
): Promise<T> {
  if (!request.isMultipart()) throw unsupportedMediaType();
  const folder = await makeSpoolFolder();
  try {
    const upload = await read(request, folder).catch((error: unknown) => {
      // The rest is not read any more; a caller who sends it all before listening must get the answer nevertheless.
      request.raw.unpipe().resume();
      return readable(error as Error);
    });
    return await work(upload);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the parser complains of lies in what was sent; a full disk does not. */
function readable(error: Error & { statusCode?: number; syscall?: string }): never {
  if (error instanceof DomainError || error.syscall !== undefined) throw error;
  if (error.statusCode === 413) throw fileTooLarge();
  throw malformed();
}

function wrongFile(pointer: string, code: 'required' | 'unknown-field'): Error {
  const texts = {
    de: 'Bitte senden Sie genau eine Datei im Feld „file“.',
    en: 'Please send exactly one file in the field "file".',
  };
  return validationFailed({ fields: [{ pointer, code, texts }] });
}
