import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyRequest } from 'fastify';
import { DomainError, malformed, unsupportedMediaType } from '../platform/errors';
import { type Form, readForm } from './read-form';
import { makeSpoolFolder } from './spool-folders';

/** A file as it came in, in a folder of its own until the work with it is done. */
export interface Upload extends Form {
  readonly path: string;
}

/**
 * Spools the file of a form to the disk, does the work and removes it again, however the work ends.
 * @throws unsupportedMediaType, malformed, validationFailed, fileTooLarge
 */
export async function withUpload<T>(
  request: FastifyRequest,
  maxBytes: number,
  work: (upload: Upload) => Promise<T>,
): Promise<T> {
  if (request.mediaType !== 'multipart/form-data') throw unsupportedMediaType();
  const folder = await makeSpoolFolder();
  const path = join(folder, 'upload');
  try {
    const form = await readForm(request.raw, path, maxBytes).catch((error: unknown) => {
      // The rest is not read any more; a caller who sends it all before listening must get the answer nevertheless.
      request.raw.unpipe().resume();
      return readable(error as Error);
    });
    return await work({ ...form, path });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the parser complains of lies in what was sent; a full disk does not. */
function readable(error: Error & { syscall?: string }): never {
  if (error instanceof DomainError || error.syscall !== undefined) throw error;
  throw malformed();
}
