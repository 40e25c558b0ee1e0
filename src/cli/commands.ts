import type { INestApplicationContext } from '@nestjs/common';
import { type Config, ConfigError } from '../config/config';
import { CONFIG } from '../config/config.module';
import { StaffUsersService } from '../modules/staff';
import { TenantsService } from '../modules/tenants';
import { PipelinedConnections, TransactionService } from '../platform/database';
import { NO_PROOF } from '../platform/http/fresh-proof';
import { checked } from '../platform/http/validation/input.pipe';
import { canonicalSlug } from '../platform/text/tenant-slug';
import { distributionOf } from '../startup/distribute';
import { CreateTenantOptions, InviteStaffOptions, RecoverTenantOptions } from './inputs';
import type { CommandName, Options } from './usage';

type Command = (app: INestApplicationContext, options: Options) => Promise<void>;

/** What the operator does at a terminal. @throws ConfigError, DomainError */
export const COMMANDS: Readonly<Record<CommandName, Command>> = {
  'tenant:create': createTenant,
  'tenant:list': listTenants,
  'staff:invite': inviteStaff,
  'tenant:recover': recoverTenant,
  'database:distribute': printDistribution,
};

async function createTenant(app: INestApplicationContext, options: Options): Promise<void> {
  const given = await checked({ ...options }, CreateTenantOptions);
  const { name, 'admin-name': adminName, 'admin-email': email } = given;
  const slug = canonicalSlug(given.slug);
  const staff = app.get(StaffUsersService);
  // Until the tenant names another address, answers to its mails reach the one person it is sure to have.
  const id = await app.get(TenantsService).create({ slug, name, settings: { replyTo: email } }, async () => {
    await staff.create({ name: adminName, email, role: 'ADMIN', language: null }, NO_PROOF);
  });
  const { publicUrl } = app.get<Config>(CONFIG);
  console.log(`Tenant ${slug} has the id ${id}. ${email} gets a mail with the credentials.`);
  console.log(`What to do first: ${publicUrl}/staff/${slug}/first-steps`);
}

async function listTenants(app: INestApplicationContext): Promise<void> {
  for (const { slug, name } of await app.get(TenantsService).list()) console.log(`${slug}\t${name}`);
}

async function inviteStaff(app: INestApplicationContext, options: Options): Promise<void> {
  const given = await checked({ ...options }, InviteStaffOptions);
  const { slug, name, email, role = 'AGENT' } = given;
  await inTenant(app, slug, () =>
    app.get(StaffUsersService).create({ name, email, role, language: null }, NO_PROOF),
  );
  console.log(`${email} is invited to ${slug} as ${role} and gets a mail with the credentials.`);
}

async function recoverTenant(app: INestApplicationContext, options: Options): Promise<void> {
  const { slug, email, name } = await checked({ ...options }, RecoverTenantOptions);
  const view = await inTenant(app, slug, () => app.get(StaffUsersService).recover(email, name));
  if (!view) throw new ConfigError(`Nobody on the staff of ${slug} has the address ${email}: give a --name.`);
  console.log(`${email} is an administrator of ${slug} and gets a mail with new credentials.`);
}

/** The schema is migrated before each command, and with it the distribution. */
async function printDistribution(app: INestApplicationContext): Promise<void> {
  if (!app.get<Config>(CONFIG).database.distributed)
    throw new ConfigError('Set DATABASE_DISTRIBUTED=on, here and for every instance; see docs/scaling.md.');
  const { tables, workers } = await distributionOf(app.get(PipelinedConnections));
  console.log(`${tables} tables of tenants are spread over ${workers} workers.`);
}

/** @throws ConfigError where there is no such tenant */
async function inTenant<T>(app: INestApplicationContext, slug: string, work: () => Promise<T>): Promise<T> {
  const id = await app.get(TenantsService).idOf(slug);
  if (!id) throw new ConfigError(`There is no tenant ${slug}.`);
  return app.get(TransactionService).runFor(id, work);
}
