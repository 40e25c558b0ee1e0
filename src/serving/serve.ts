import 'reflect-metadata';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../app.module';
import type { Config } from '../config/config';
import { DemoLoader } from '../demo/demo-loader';
import { whenReachable } from '../platform/database';
import type { EmbeddedPostgres } from '../embedded-postgres';
import { WorkerService } from '../platform/events/worker.service';
import { sweepSpoolFolders } from '../files/spool-folders';
import { createHttpAdapter, setUpHttp } from '../platform/http/server';
import type { PortalLogger } from '../platform/logging/logger';
import { stopOnSignals } from '../startup/signals';
import { setUpWebAssets } from '../web';
import { setUpOpenApi } from './openapi';
import { stopServing } from './stop-serving';

/** The application on a database that is prepared, before it is initialised. */
export async function assemble(
  config: Config,
  logger: PortalLogger | false,
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config),
    createHttpAdapter(config),
    // Bodies are read after the guards that decide who may send one, see BodyGuard.
    { logger, abortOnError: false, bodyParser: false },
  );
  await setUpHttp(app, config);
  await sweepSpoolFolders();
  return app;
}

/** Assembles the application, and serves until a signal ends it. */
export async function serve(
  config: Config,
  embedded: EmbeddedPostgres | undefined,
  logger: PortalLogger,
  say: (text: string) => void,
): Promise<void> {
  const app = await assemble(config, logger);
  setUpOpenApi(app, config);
  setUpWebAssets(app);
  stopOnSignals(() => stopServing(app, embedded), logger);
  // Handlers of events have to be found before anything happens.
  await app.init();
  // Each demo tenant is there as a whole or not at all.
  if (config.demoData) await whenReachable(() => app.get(DemoLoader).load(say), say);
  // Before the first request: a ready instance is complete, and failures from here on are no failures of the start.
  await app.get(WorkerService).start();
  collectGarbageOfStart();
  await app.listen(config.port, config.host);
}

/**
 * From now on the memory may grow by a fifth until garbage is collected. The default doubles it, for nothing gained in speed; while
 * the program starts and allocates once what stays, it saves collections. The limit is made anew with each collection, so there is
 * one here (0.1 s): without it the first load would find a limit of before, and take 300 MiB instead of 200.
 */
function collectGarbageOfStart(): void {
  setFlagsFromString('--heap-growing-percent=20');
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
