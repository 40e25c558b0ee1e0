import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import { ConfigError, loadConfig } from './config/config';
import { banner } from './demo/banner';
import { DemoLoader } from './demo/demo-loader';
import { setUpOpenApi } from './openapi';
import { WorkerService } from './platform/events/worker.service';
import { createHttpAdapter, setUpHttp } from './platform/http/server';
import { PortalLogger } from './platform/logging/logger';
import { exitOnUnexpectedErrors, stopOnSignals } from './shutdown';
import { prepareDatabase } from './startup';

async function main(): Promise<void> {
  const settings = loadConfig();
  const logger = new PortalLogger(settings);
  const say = (text: string): void =>
    settings.environment === 'production' ? logger.log(text) : console.log(text);
  exitOnUnexpectedErrors(logger);

  const { config, embedded } = await prepareDatabase(settings, say);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config),
    createHttpAdapter(config),
    { logger, abortOnError: false },
  );
  await setUpHttp(app, config);
  setUpOpenApi(app, config);
  stopOnSignals(app, embedded, logger);
  // Handlers of events have to be found before anything happens.
  await app.init();
  if (config.demoData) await app.get(DemoLoader).load(say);
  await app.listen(config.port, config.host);
  await app.get(WorkerService).start();
  say(banner(config));
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
