import type { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { OneOf, Optional, Text } from '../platform/http/validation/fields';
import { type Download, sendFile } from './download';
import { smallPicture } from './small-picture';

/** A file whose version changes with its content. */
export interface VersionedDownload extends Download {
  readonly version: string;
}

export class FileVersionQuery {
  /** Die Version aus der Liste: So angefragt, darf der Browser die Datei behalten. */
  @Optional()
  @Text({ max: 64 })
  v?: string;
}

export const PICTURE_WIDTHS = ['160', '640'] as const;

export class PictureQuery extends FileVersionQuery {
  /** Höchstens so viele Pixel breit und hoch: So angefragt, kommt das Bild verkleinert, als WebP. */
  @Optional()
  @OneOf(PICTURE_WIDTHS)
  width?: (typeof PICTURE_WIDTHS)[number];
}

/** In the size that is asked for. @throws notFound where the picture is broken */
export async function sendPicture(
  reply: FastifyReply,
  file: VersionedDownload,
  { v, width }: PictureQuery,
): Promise<StreamableFile> {
  const { version } = file;
  const sent = width ? await smallPicture(file, Number(width)) : file;
  return sendVersioned(reply, { ...sent, version }, { v });
}

/** A client that names the current version may cache the file for good: another content has another address. `public`: so may a proxy. */
export function sendVersioned(
  reply: FastifyReply,
  file: VersionedDownload,
  { v }: FileVersionQuery,
  keptBy: 'private' | 'public' = 'private',
): StreamableFile {
  if (v === file.version) void reply.header('Cache-Control', `${keptBy}, max-age=31536000, immutable`);
  return sendFile(file);
}
