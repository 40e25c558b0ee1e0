import { randomBytes } from 'node:crypto';
import { type Api } from './api';
import { asSuperuser } from './database';
import { seedCatalog, seedDevice } from './seed-catalog';
import { noteInInbox } from './seed-inbox';
import { seedAddress, seedOrders, openShops } from './seed-orders';
import { seedRegistration } from './seed-registration';
import { addAgent, firstLogin, makeWorld, uniqueEmail, type World } from './world';

/**
 * A tenant with two customers and everything that people leave behind. Each text carries a canary that says whose it
 * is; where one turns up, something has leaked.
 */
export interface Population extends World {
  readonly agent: Api;
  /** Contacts of the first customer. */
  readonly mainUser: Api;
  readonly user: Api;
  /** Was a user of the first customer until a moment ago. */
  readonly deactivated: Api;
  /** A contact of the second customer, main user there. */
  readonly stranger: Api;
  readonly canaries: Canaries;
}

export interface Canaries {
  /** In everything of the tenant. */
  readonly tenant: string;
  /** In what belongs to the second customer. */
  readonly stranger: string;
  /** In what the main user wrote in tickets that are not the user's. */
  readonly mainUser: string;
  /** In what is for staff only. */
  readonly internal: string;
}

/** Mostly random, so that a search that forgives typing errors does not take one for another. */
const canary = (kind: string): string => `${kind.slice(0, 3)}${randomBytes(10).toString('hex')}`;

export async function populate(): Promise<Population> {
  const canaries: Canaries = {
    tenant: canary('tenant'),
    stranger: canary('stranger'),
    mainUser: canary('main'),
    internal: canary('internal'),
  };
  const world = await makeWorld({ name: `Systemhaus ${canaries.tenant}` });
  const agent = await addAgent(world);
  const first = await addCustomer(world.admin, `Erste GmbH ${canaries.tenant}`, canaries.internal);
  const second = await addCustomer(
    world.admin,
    `Zweite GmbH ${canaries.tenant} ${canaries.stranger}`,
    canaries.internal,
  );
  const printerModelId = await seedCatalog(agent, canaries);
  await seedDevice(agent, { customerId: first, printerModelId, marks: canaries.tenant, canaries });
  await seedDevice(agent, {
    customerId: second,
    printerModelId,
    marks: `${canaries.tenant} ${canaries.stranger}`,
    canaries,
  });
  await openShops(world.admin);
  const categories = await seedCategories(world.admin, canaries);
  const people = {
    mainUser: await addContact(world, first, 'MAIN_USER', canaries.tenant),
    user: await addContact(world, first, 'USER', canaries.tenant),
    deactivated: await addContact(world, first, 'USER', canaries.tenant),
    stranger: await addContact(world, second, 'MAIN_USER', `${canaries.tenant} ${canaries.stranger}`),
  };
  for (const [name, person] of Object.entries(people)) {
    const marks = [
      canaries.tenant,
      name === 'stranger' ? canaries.stranger : '',
      name === 'mainUser' ? canaries.mainUser : '',
    ];
    await seedRelatedData(person, agent, marks.join(' '), canaries.internal);
    await seedOrders(person, marks.join(' ').trim());
  }
  await seedAddress(people.mainUser, canaries.tenant);
  await seedAddress(people.stranger, `${canaries.tenant} ${canaries.stranger}`);
  const { body } = await people.user.get('/portal/tickets').expect(200);
  const { items } = body as { items: { id: string }[] };
  for (const { id } of items) {
    await agent
      .patch(`/staff/tickets/${id}`)
      .set('if-match', await etagOf(agent, `/staff/tickets/${id}`))
      .send({ categoryId: categories.internal })
      .expect(200);
    await agent.put(`/staff/tickets/${id}/watchers/${people.mainUser.contactId}`).expect(204);
  }
  await mergeInto(String(items[0]?.id), people.mainUser, agent, `${canaries.tenant} ${canaries.mainUser}`);
  await giveUpMail(world.tenant.slug);
  await seedRegistration(world.tenant.slug, `${canaries.tenant} ${canaries.internal}`);
  await noteInInbox(agent, canaries.internal);
  await world.admin.delete(`/staff/contacts/${people.deactivated.contactId}/portal-access`).expect(204);
  return { ...world, agent, ...people, canaries };
}

/** What a colleague wrote elsewhere goes on in a ticket whose owner did not see it, and does not now. */
async function mergeInto(id: string, colleague: Api, agent: Api, marks: string): Promise<void> {
  const { body: other } = await colleague
    .post('/portal/tickets')
    .send({ subject: `Doppelt ${marks}`, description: `Dasselbe ${marks}` })
    .expect(201);
  await colleague
    .post(`/portal/tickets/${other.id}/comments`)
    .send({ body: `Auch ${marks}` })
    .expect(201);
  const { body: seen } = await agent.get(`/staff/tickets/${other.id}`).expect(200);
  await agent
    .put(`/staff/tickets/${id}/merged/${other.id}`)
    .set('if-match', await etagOf(agent, `/staff/tickets/${id}`))
    .send({ version: seen.version })
    .expect(200);
}

/** One of the tenant's mails, as if the mail server had refused it. */
async function giveUpMail(slug: string): Promise<void> {
  await asSuperuser(
    `UPDATE outgoing_mails SET state = 'FAILED', last_error = 'SMTP: recipient refused (550 5.1.1)'
     WHERE id = (SELECT m.id FROM outgoing_mails m JOIN tenants t ON t.id = m.tenant_id WHERE t.slug = $1 LIMIT 1)`,
    [slug],
  );
}

/** Categories of tickets, one that customers choose and one for staff, and a text that staff send often. */
async function seedCategories(admin: Api, { tenant, internal }: Canaries): Promise<{ internal: string }> {
  await addCategory(admin, `Drucken ${tenant}`);
  await admin
    .put('/staff/me/ticket-filters')
    .send({ items: [{ name: `Filter ${tenant}`.slice(0, 60), search: internal }] })
    .expect(200);
  await admin
    .post('/staff/canned-replies')
    .send({ name: `Antwort ${tenant}`, body: `Nur unter uns ${internal}` })
    .expect(201);
  return { internal: await addCategory(admin, `Wartung ${internal}`, { shownToCustomers: false }) };
}

async function etagOf(staff: Api, path: string): Promise<string> {
  return String((await staff.get(path).expect(200)).headers.etag);
}

/** A category of tickets, of one name in both languages; answers with its id. */
export async function addCategory(admin: Api, name: string, values: object = {}): Promise<string> {
  const { body } = await admin
    .post('/staff/ticket-categories')
    .send({ nameDe: name, nameEn: name, ...values })
    .expect(201);
  return String(body.id);
}

/** A customer; answers with its id. */
export async function addCustomer(admin: Api, name: string, notes = ''): Promise<string> {
  const { body } = await admin
    .post('/staff/customers')
    .send({ name, notes: notes || undefined })
    .expect(201);
  return String(body.id);
}

/** A contact with access, who has set a password and logged in. */
export async function addContact(
  { tenant, admin }: World,
  customerId: string,
  role: 'MAIN_USER' | 'USER',
  lastName = 'Muster',
): Promise<Api & { contactId: string; email: string }> {
  const email = uniqueEmail('kontakt');
  const { body } = await admin
    .post(`/staff/customers/${customerId}/contacts`)
    .send({ firstName: 'Kim', lastName, email })
    .expect(201);
  const contactId = String(body.id);
  await admin.put(`/staff/contacts/${contactId}/portal-access`).send({ role }).expect(200);
  return Object.assign(await firstLogin(tenant.slug, email), { contactId, email });
}

/** A ticket with comments of both sides, an internal one, and attachments. */
async function seedRelatedData(person: Api, agent: Api, marks: string, internal: string): Promise<void> {
  const { body } = await person
    .post('/portal/tickets')
    .send({ subject: `Drucker streikt ${marks}`, description: `Er druckt nicht mehr. ${marks}` })
    .expect(201);
  const ticket = `tickets/${String(body.id)}`;
  await person
    .post(`/portal/${ticket}/comments`)
    .send({ body: `Noch etwas: ${marks}` })
    .expect(201);
  await person
    .post(`/portal/${ticket}/attachments`)
    .attach('file', Buffer.from(`Protokoll ${marks}`), 'protokoll.txt')
    .expect(201);
  await agent
    .post(`/staff/${ticket}/comments`)
    .send({ body: `Wir kümmern uns. ${marks}`, visibility: 'PUBLIC' })
    .expect(201);
  await agent
    .post(`/staff/${ticket}/comments`)
    .send({ body: `Bitte nicht weitersagen: ${internal}`, visibility: 'INTERNAL' })
    .expect(201);
  await agent
    .post(`/staff/${ticket}/attachments`)
    .field('visibility', 'INTERNAL')
    .attach('file', Buffer.from(`Nur für uns ${internal}`), `${internal}.txt`)
    .expect(201);
}
