import 'reflect-metadata';
import cluster from 'node:cluster';
import { setFlagsFromString } from 'node:v8';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import { type Config, loadConfig } from './config/config';
import { banner } from './demo/banner';
import { DemoLoader } from './demo/demo-loader';
import { setUpOpenApi } from './openapi';
import { whenReachable } from './platform/database/availability';
import type { EmbeddedPostgres } from './platform/embedded-postgres';
import { WorkerService } from './platform/events/worker.service';
import { createHttpAdapter, setUpHttp } from './platform/http/server';
import { PortalLogger } from './platform/logging/logger';
import { superviseProcesses } from './processes';
import { exitOnUnexpectedErrors, stopOnSignals, stopServing } from './shutdown';
import { assertAddressFree, prepareDatabase } from './startup';
import { explainFailure } from './startup-failure';
import { setUpWebAssets } from './web';

// The memory may grow by as much until garbage is collected; the default doubles it, for nothing gained in speed.
setFlagsFromString('--heap-growing-percent=20');

async function main(): Promise<void> {
  const settings = loadConfig();
  const logger = new PortalLogger(settings);
  const say = (text: string): void =>
    settings.environment === 'production' ? logger.log(text) : console.log(text);
  exitOnUnexpectedErrors(logger);

  // The supervisor has prepared the database before it starts the others.
  if (cluster.isWorker) return serve(settings, undefined, logger, () => undefined);
  const { config, embedded } = await prepareDatabase(settings, say);
  await assertAddressFree(config);
  if (config.processes > 1) await superviseProcesses(config, embedded, logger);
  else await serve(config, embedded, logger, say);
  say(banner(config));
}

async function serve(
  config: Config,
  embedded: EmbeddedPostgres | undefined,
  logger: PortalLogger,
  say: (text: string) => void,
): Promise<void> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config),
    createHttpAdapter(config),
    // Bodies are read after the guards that decide who may send one, see BodyGuard.
    { logger, abortOnError: false, bodyParser: false },
  );
  await setUpHttp(app, config);
  setUpOpenApi(app, config);
  setUpWebAssets(app);
  stopOnSignals(() => stopServing(app, embedded), logger);
  // Handlers of events have to be found before anything happens.
  await app.init();
  // Each demo tenant is there as a whole or not at all.
  if (config.demoData) await whenReachable(() => app.get(DemoLoader).load(say), say);
  // Before anybody is served: whoever is ready does everything, and what fails from here on is no failure of the start.
  await app.get(WorkerService).start();
  await app.listen(config.port, config.host);
}

main().catch((error: unknown) => {
  console.error(explainFailure(error));
  process.exit(1);
});
