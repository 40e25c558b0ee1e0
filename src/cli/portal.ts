import 'reflect-metadata';
import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module';
import { ConfigError, loadConfig } from '../config/config';
import { StaffUsersService } from '../modules/staff';
import { TenantsService } from '../modules/tenants';
import { DomainError, textOf } from '../platform/errors';
import { checked } from '../platform/http/validation/input.pipe';
import { canonicalSlug } from '../platform/text/tenant-slug';
import { joinEmbeddedPostgres } from '../platform/embedded-postgres';
import { prepareDatabase } from '../startup';
import { explainFailure } from '../startup-failure';
import { CreateTenantOptions } from './inputs';

const USAGE = `usage:
  npm run portal -- tenant:create --slug SLUG --name NAME --admin-name NAME --admin-email ADDRESS
      makes a tenant; its first administrator gets a mail with a link to set the password
  npm run portal -- tenant:list
      lists the tenants`;

type Options = Readonly<Partial<Record<'slug' | 'name' | 'admin-name' | 'admin-email', string>>>;

const COMMANDS: Readonly<Record<string, (app: INestApplicationContext, options: Options) => Promise<void>>> =
  {
    'tenant:create': createTenant,
    'tenant:list': listTenants,
  };

async function createTenant(app: INestApplicationContext, options: Options): Promise<void> {
  const missing = (['slug', 'name', 'admin-name', 'admin-email'] as const).some((name) => !options[name]);
  if (missing) throw new ConfigError(USAGE);
  const given = await checked({ ...options }, CreateTenantOptions);
  const { name, 'admin-name': adminName, 'admin-email': email } = given;
  const slug = canonicalSlug(given.slug);
  const staff = app.get(StaffUsersService);
  // Until the tenant names another address, answers to its mails reach the one person it is sure to have.
  const id = await app.get(TenantsService).create({ slug, name, settings: { replyTo: email } }, async () => {
    await staff.create({ name: adminName, email, role: 'ADMIN', language: null });
  });
  console.log(`Tenant ${slug} has the id ${id}. ${email} gets a mail with the credentials.`);
}

async function listTenants(app: INestApplicationContext): Promise<void> {
  for (const { slug, name } of await app.get(TenantsService).list()) console.log(`${slug}\t${name}`);
}

async function main(): Promise<void> {
  const { values, positionals } = commandLine();
  const run = COMMANDS[positionals[0] ?? ''];
  if (!run) throw new ConfigError(USAGE);
  const { config, embedded } = await prepareDatabase(loadConfig(), () => undefined, joinEmbeddedPostgres);
  const app = await NestFactory.createApplicationContext(AppModule.with(config), { logger: ['error'] });
  try {
    await run(app, values);
  } finally {
    await app.close();
    await embedded?.stop();
  }
}

/** @throws ConfigError that says how to call the program */
function commandLine(): { values: Options; positionals: string[] } {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      allowPositionals: true,
      options: { slug: text, name: text, 'admin-name': text, 'admin-email': text },
    });
  } catch (error) {
    throw new ConfigError(`${(error as Error).message}\n${USAGE}`);
  }
}

function explain(error: unknown): unknown {
  if (!(error instanceof DomainError)) return explainFailure(error);
  const { texts, details } = error;
  const fields = details.fields?.map((field) => `--${field.pointer.slice(1)}: ${textOf(field.texts, 'en')}`);
  return fields?.join('\n') ?? textOf(texts, 'en', details.values);
}

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exitCode = 1;
});
