import type { INestApplicationContext, Type } from '@nestjs/common';
import { ConfigError } from '../config/config';
import { StaffUsersService } from '../modules/staff';
import { TenantsService } from '../modules/tenants';
import { TransactionService } from '../platform/database/transaction.service';
import { NO_PROOF } from '../platform/http/fresh-proof';
import { checked } from '../platform/http/validation/input.pipe';
import { canonicalSlug } from '../platform/text/tenant-slug';
import { CreateTenantOptions, InviteStaffOptions, RecoverTenantOptions } from './inputs';

export const USAGE = `usage:
  npm run portal -- tenant:create --slug SLUG --name NAME --admin-name NAME --admin-email ADDRESS
      makes a tenant; its first administrator gets a mail with a link to set the password
  npm run portal -- tenant:list
      lists the tenants
  npm run portal -- staff:invite --slug SLUG --name NAME --email ADDRESS [--role ADMIN|AGENT]
      invites somebody to the staff of a tenant, as an agent unless the role says otherwise
  npm run portal -- tenant:recover --slug SLUG --email ADDRESS [--name NAME]
      for a tenant that nobody can enter: whoever has the address becomes an administrator and gets new credentials, the
      old password and sessions end; somebody new is invited under the name`;

export const OPTIONS = ['slug', 'name', 'admin-name', 'admin-email', 'email', 'role'] as const;
export type Options = Readonly<Partial<Record<(typeof OPTIONS)[number], string>>>;
type Command = (app: INestApplicationContext, options: Options) => Promise<void>;

/** What the operator does at a terminal, by name. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  'tenant:create': createTenant,
  'tenant:list': listTenants,
  'staff:invite': inviteStaff,
  'tenant:recover': recoverTenant,
};

async function createTenant(app: INestApplicationContext, options: Options): Promise<void> {
  const given = await validated(options, ['slug', 'name', 'admin-name', 'admin-email'], CreateTenantOptions);
  const { name, 'admin-name': adminName, 'admin-email': email } = given;
  const slug = canonicalSlug(given.slug);
  const staff = app.get(StaffUsersService);
  // Until the tenant names another address, answers to its mails reach the one person it is sure to have.
  const id = await app.get(TenantsService).create({ slug, name, settings: { replyTo: email } }, async () => {
    await staff.create({ name: adminName, email, role: 'ADMIN', language: null }, NO_PROOF);
  });
  console.log(`Tenant ${slug} has the id ${id}. ${email} gets a mail with the credentials.`);
}

async function listTenants(app: INestApplicationContext): Promise<void> {
  for (const { slug, name } of await app.get(TenantsService).list()) console.log(`${slug}\t${name}`);
}

async function inviteStaff(app: INestApplicationContext, options: Options): Promise<void> {
  const given = await validated(options, ['slug', 'name', 'email'], InviteStaffOptions);
  const { slug, name, email, role = 'AGENT' } = given;
  await inTenant(app, slug, () =>
    app.get(StaffUsersService).create({ name, email, role, language: null }, NO_PROOF),
  );
  console.log(`${email} is invited to ${slug} as ${role} and gets a mail with the credentials.`);
}

async function recoverTenant(app: INestApplicationContext, options: Options): Promise<void> {
  const { slug, email, name } = await validated(options, ['slug', 'email'], RecoverTenantOptions);
  const view = await inTenant(app, slug, () => app.get(StaffUsersService).recover(email, name));
  if (!view) throw new ConfigError(`Nobody on the staff of ${slug} has the address ${email}: give a --name.`);
  console.log(`${email} is an administrator of ${slug} and gets a mail with new credentials.`);
}

/** @throws ConfigError where there is no such tenant */
async function inTenant<T>(app: INestApplicationContext, slug: string, work: () => Promise<T>): Promise<T> {
  const id = await app.get(TenantsService).idOf(slug);
  if (!id) throw new ConfigError(`There is no tenant ${slug}.`);
  return app.get(TransactionService).runFor(id, work);
}

/** @throws ConfigError where one is missing, and what the field of a request would say of it */
function validated<T extends object>(
  options: Options,
  needed: readonly (keyof Options)[],
  type: Type<T>,
): Promise<T> {
  if (needed.some((name) => !options[name])) throw new ConfigError(USAGE);
  return checked({ ...options }, type);
}
