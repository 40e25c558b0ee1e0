import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module';
import { ConfigError, loadConfig } from '../config/config';
import { DomainError } from '../platform/errors';
import { TenantsService } from '../modules/tenants';
import { prepareDatabase } from '../startup';

const USAGE = `usage: npm run portal -- tenant:create --slug SLUG --name NAME
       npm run portal -- tenant:list`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { slug: { type: 'string' }, name: { type: 'string' } },
  });
  const [command] = positionals;
  const { slug, name } = values;
  const creates = command === 'tenant:create';
  if (!(creates ? slug && name : command === 'tenant:list')) throw new ConfigError(USAGE);
  const { config, embedded } = await prepareDatabase(loadConfig(), () => undefined);
  const app = await NestFactory.createApplicationContext(AppModule.with(config), { logger: ['error'] });
  try {
    const tenants = app.get(TenantsService);
    if (creates) console.log(`Tenant ${slug} has the id ${await tenants.create(slug ?? '', name ?? '')}.`);
    else for (const tenant of await tenants.list()) console.log(`${tenant.slug}\t${tenant.name}`);
  } finally {
    await app.close();
    await embedded?.stop();
  }
}

main().catch((error: unknown) => {
  console.error(
    error instanceof DomainError ? error.texts.en : error instanceof ConfigError ? error.message : error,
  );
  process.exitCode = 1;
});
