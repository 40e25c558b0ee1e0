import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import { ConfigError, loadConfig } from './config/config';
import { setUpOpenApi } from './openapi';
import { WorkerService } from './platform/events/worker.service';
import { prepareDatabase } from './startup';

const say = (text: string): void => console.log(text);

async function main(): Promise<void> {
  const { config, embedded } = await prepareDatabase(loadConfig(), say);
  const adapter = new FastifyAdapter({
    bodyLimit: config.limits.body,
    trustProxy: (_address, hop) => hop < config.trustedProxyHops,
    genReqId: () => randomUUID(),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), adapter, {
    logger: ['error', 'warn'],
    forceCloseConnections: true,
    abortOnError: false,
  });
  await app.register(helmet);
  setUpOpenApi(app, config);
  // Before the worker asks for them, the handlers must have been found.
  await app.init();
  await app.get(WorkerService).start();
  await app.listen(config.port, config.host);
  say(`The portal is ready. Swagger UI: ${config.publicUrl}/docs`);

  const stop = (): void => {
    void app
      .close()
      .then(() => embedded?.stop())
      .then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
