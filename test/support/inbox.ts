import { Api } from './api';
import { newestMail, tokenFrom } from './mailbox';
import { uniqueEmail, type World } from './world';

export interface InboxItem {
  readonly id: string;
  readonly type: string;
  readonly state: string;
  readonly [field: string]: unknown;
}

/** Sends a registration; answers with the address. */
export async function register(
  { tenant }: World,
  values: object = {},
  email = uniqueEmail('neu'),
): Promise<string> {
  await Api.anonymous()
    .post(`/public/tenants/${tenant.slug}/registrations`)
    .send({ company: 'Gärtnerei Blüm', firstName: 'Bea', lastName: 'Blüm', email, ...values })
    .expect(202);
  return email;
}

/** Follows the link of the mail about the registration. */
export async function confirmRegistration(email: string): Promise<void> {
  const token = tokenFrom(await newestMail(email, { subject: 'bestätigen' }));
  await Api.anonymous().post('/public/registrations/confirmations').send({ token }).expect(204);
}

/** The newest item of the Postkorb; it is there as soon as its cause is. */
export async function newestItem(staff: Api, query = ''): Promise<InboxItem> {
  const { body } = await staff.get(`/staff/inbox-items?sort=-createdAt&limit=1&${query}`).expect(200);
  return body.items[0] as InboxItem;
}

/** The item of a registration, with everything that staff may know. */
export async function registrationItem(
  world: World,
  values: object = {},
): Promise<InboxItem & { email: string }> {
  const email = await register(world, values);
  const { id } = await newestItem(world.admin, 'type=REGISTRATION');
  const { body } = await world.admin.get(`/staff/inbox-items/${id}`).expect(200);
  return { ...(body as InboxItem), email };
}

export function decide(staff: Api, id: string, outcome: object): ReturnType<Api['put']> {
  return staff.put(`/staff/inbox-items/${id}/outcome`).send(outcome);
}

/** Statuses of many requests that were sent at the same time, sorted. */
export async function statusesOf(requests: readonly ReturnType<Api['put']>[]): Promise<number[]> {
  const answers = await Promise.all(requests);
  return answers.map(({ status }) => status).sort();
}

/** Assigns an item, to whoever asks unless another is named. */
export function assign(staff: Api, id: string, body: object = {}): ReturnType<Api['put']> {
  return staff.put(`/staff/inbox-items/${id}/assignee`).send(body);
}

/** What the audit log has about an item, the oldest first. */
export async function actionsOn(admin: Api, id: string): Promise<string[]> {
  const { body } = await admin.get(`/staff/audit-entries?objectId=${id}`).expect(200);
  return body.items.map(({ action }: { action: string }) => action).reverse();
}
