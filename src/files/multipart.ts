import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config/config';
import { sweepSpoolFolders } from './spool-folders';

/** Lets routes read forms with files. Nothing is read before the caller has been let in. */
export async function setUpUploads(app: NestFastifyApplication, config: Config): Promise<void> {
  await sweepSpoolFolders();
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: { fileSize: config.limits.attachment, files: 2, fields: 10, fieldSize: 10_000, parts: 12 },
  });
}
