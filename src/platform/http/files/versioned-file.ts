import type { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Optional, Text } from '../validation/fields';
import { type Download, sendFile } from './download';

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

/** Whoever names the version that is sent may keep the file for good: another content has another address. `public`: so may a proxy. */
export function sendVersioned(
  reply: FastifyReply,
  file: VersionedDownload,
  { v }: FileVersionQuery,
  keptBy: 'private' | 'public' = 'private',
): StreamableFile {
  if (v === file.version) void reply.header('Cache-Control', `${keptBy}, max-age=31536000, immutable`);
  return sendFile(file);
}
