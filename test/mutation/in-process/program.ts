import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../../src/app.module';
import { loadConfig } from '../../../src/config/config';
import { WorkerService } from '../../../src/platform/events/worker.service';
import { setUpUploads } from '../../../src/files/multipart';
import { createHttpAdapter, setUpHttp } from '../../../src/platform/http/server';

let app: NestFastifyApplication | undefined;

beforeAll(async () => {
  const config = loadConfig(JSON.parse(process.env.MUTATION_PROGRAM ?? '{}') as Record<string, string>);
  app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), createHttpAdapter(config), {
    logger: false,
    abortOnError: false,
  });
  await setUpHttp(app, config);
  await setUpUploads(app, config);
  await app.init();
  await app.get(WorkerService).start();
  await app.listen(config.port, config.host);
}, 60_000);

afterAll(async () => {
  await app?.get(WorkerService).stop();
  await app?.close();
});
