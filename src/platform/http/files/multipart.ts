import multipart from '@fastify/multipart';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyContextConfig } from 'fastify';
import type { Config } from '../../../config/config';
import { unsupportedMediaType } from '../http.errors';
import { sweepSpoolFolders } from './spool-folders';

interface UploadRoute extends FastifyContextConfig {
  readonly takesFiles?: boolean;
}

/** Marks a route that reads a form with a file; every other one refuses such forms, and it refuses all else. */
export function TakesFiles(): MethodDecorator {
  return RouteConfig({ takesFiles: true } satisfies Pick<UploadRoute, 'takesFiles'>);
}

/** Lets routes read forms with files. Nothing is read before the caller has been let in. */
export async function setUpUploads(app: NestFastifyApplication, config: Config): Promise<void> {
  await sweepSpoolFolders();
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: { fileSize: config.limits.attachment, files: 2, fields: 10, fieldSize: 10_000, parts: 12 },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('preValidation', (request, _reply, done) => {
      const { takesFiles } = request.routeOptions.config as UploadRoute;
      // A form arrives unread, so there is no body yet.
      const wrong = takesFiles ? request.body !== undefined : request.isMultipart();
      done(wrong ? unsupportedMediaType() : undefined);
    });
}
