import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadConfig } from '../../../src/config/config';
import { WorkerService } from '../../../src/platform/events/worker.service';
import { assemble } from '../../../src/serving/serve';

let app: NestFastifyApplication | undefined;

beforeAll(async () => {
  const config = loadConfig(JSON.parse(process.env.MUTATION_PROGRAM ?? '{}') as Record<string, string>);
  app = await assemble(config, false);
  await app.init();
  await app.get(WorkerService).start();
  await app.listen(config.port, config.host);
}, 60_000);

afterAll(async () => {
  await app?.get(WorkerService).stop();
  await app?.close();
});
