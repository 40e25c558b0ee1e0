import { Api } from './api';
import { type Mail, newestMail, tokenFrom } from './mailbox';
import { makeTenant, type NewTenant } from './operator';

/** Good enough for every policy, and the same for everybody, so that a test can log anybody in again. */
export const PASSWORD = 'Regenschirm tanzt leise 42';

/** A tenant of its own with its first administrator, logged in. */
export interface World {
  readonly tenant: NewTenant;
  readonly admin: Api;
}

export async function makeWorld(wanted: Partial<NewTenant> = {}): Promise<World> {
  const tenant = await makeTenant(wanted);
  return { tenant, admin: await firstLogin(tenant.slug, tenant.adminEmail) };
}

/**
 * Follows the link of the newest mail with credentials and logs in with the password set there.
 * @param after the mail of an earlier invitation, which is not meant
 */
export async function firstLogin(tenant: string, email: string, after?: Mail): Promise<Api> {
  const mail = await newestMail(email, { subject: 'Zugang', after });
  await Api.anonymous()
    .post('/auth/password-resets')
    .send({ token: tokenFrom(mail), newPassword: PASSWORD })
    .expect(204);
  return Api.signIn({ tenant, email, password: PASSWORD });
}

/** An address that no other test uses. */
export function uniqueEmail(name = 'person'): string {
  return `${name}-${Math.random().toString(36).slice(2, 10)}@example.com`;
}

/** A further staff user of the world, logged in. */
export async function addAgent(
  { tenant, admin }: World,
  name = 'Agnes Agent',
): Promise<Api & { id: string; email: string }> {
  const email = uniqueEmail('agent');
  const { body } = await admin.post('/staff/users').send({ name, email, role: 'AGENT' }).expect(201);
  const api = await firstLogin(tenant.slug, email);
  return Object.assign(api, { id: (body as { id: string }).id, email });
}
