import type { Browser, Page } from 'playwright-core';
import { addCategory, addContact, addCustomer } from '../../support/population';
import { addAgent, makeWorld, type World } from '../../support/world';
import { type Look, Visitor } from './browser';

type Contact = Awaited<ReturnType<typeof addContact>>;

/** The administrator at the tickets of a tenant with a customer, two contacts and a device. */
export interface TicketDesk {
  readonly world: World;
  readonly agent: Awaited<ReturnType<typeof addAgent>>;
  readonly contact: Contact;
  readonly colleague: Contact;
}

/** What the administrator has on the screen. */
export interface AtTicket {
  readonly visitor: Visitor;
  readonly page: Page;
  /** Of a ticket of the contact. */
  readonly id: string;
  readonly subject: string;
}

export async function makeTicketDesk(): Promise<TicketDesk> {
  const world = await makeWorld();
  await addCategory(world.admin, 'Wartung', { nameEn: 'Maintenance', shownToCustomers: false });
  const customerId = await addCustomer(world.admin, 'Müller & Söhne GmbH');
  await world.admin.post(`/staff/customers/${customerId}/devices`).send({ name: 'Drucker Empfang' });
  return {
    world,
    agent: await addAgent(world),
    contact: await addContact(world, customerId, 'MAIN_USER'),
    colleague: await addContact(world, customerId, 'USER', 'Kollegin'),
  };
}

/** @param opened the list, or the ticket itself */
export async function openTickets(
  { world, contact }: TicketDesk,
  browser: Browser,
  look: Look,
  opened: 'list' | 'ticket',
): Promise<AtTicket> {
  const subject = `Drucker druckt nicht, ${look.language}`;
  const { body } = await contact
    .post('/portal/tickets')
    .send({ subject, description: 'Seit heute früh.' })
    .expect(201);
  const id = String(body.id);
  await world.admin.patch('/auth/me').send({ language: look.language }).expect(200);
  const visitor = await Visitor.come(browser, look);
  const place = opened === 'list' ? '/tickets' : `/tickets/${id}`;
  await visitor.logIn(world.tenant.slug, world.tenant.adminEmail, place, 'staff');
  return { visitor, page: visitor.page, id, subject };
}
