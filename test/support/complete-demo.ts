import { Client } from 'pg';
import type { Api } from './api';
import { PNG } from './seed-catalog';

interface Listed {
  readonly id: string;
}

interface ListedContact extends Listed {
  readonly portalAccess: { readonly state: string };
}

async function listed(caller: Api, path: string): Promise<string[]> {
  const { body } = await caller.get(path).expect(200);
  return (body as { items: Listed[] }).items.map(({ id }) => id);
}

/** Adds what the demo tenant has none of, so that every list of it has rows and every file is there. */
export async function completeDemo(admin: Api, contact: Api, databaseUrl: string): Promise<void> {
  for (const id of await listed(contact, '/portal/tickets')) {
    const upload = contact.post(`/portal/tickets/${id}/attachments`);
    await upload.attach('file', PNG, 'pixel.png').expect(201);
  }
  await addWatchers(admin);
  await admin
    .put('/staff/me/ticket-filters')
    .send({ items: [{ name: 'Eilig', priority: 'URGENT', sort: 'updatedAt' }] })
    .expect(200);
  await admin.put('/staff/settings/logo').attach('file', PNG, 'logo.png').expect(200);
  for (const id of await listed(admin, '/staff/inbox-items')) {
    await admin.post(`/staff/inbox-items/${id}/notes`).send({ body: 'Kunde angerufen.' }).expect(201);
  }
  const [model = ''] = await listed(admin, '/staff/printer-models');
  for (const id of (await listed(admin, '/staff/articles')).slice(0, 3)) {
    await admin.put(`/staff/printer-models/${model}/accessories/${id}`).send({ kind: 'Zubehör' }).expect(200);
  }
  const [article = ''] = await listed(contact, '/portal/online-shop/articles');
  await contact.put(`/portal/online-shop/cart/items/${article}`).send({ quantity: 1 }).expect(200);
  await addImages(admin, await fillPrinterCart(contact));
  await admin.post('/staff/uploads').attach('file', PNG, 'pixel.png').expect(201);
  await contact.post('/portal/uploads').attach('file', PNG, 'pixel.png').expect(201);
  await giveUpMail(databaseUrl);
}

/** One of the mails, as if the mail server had refused it. */
async function giveUpMail(connectionString: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query(
    `UPDATE outgoing_mails SET state = 'FAILED', last_error = 'SMTP: recipient refused (550 5.1.1)'
     WHERE id = (SELECT m.id FROM outgoing_mails m JOIN tenants t ON t.id = m.tenant_id
       WHERE t.slug = 'musterhaus' LIMIT 1)`,
  );
  await client.end();
}

/** To each ticket whoever of its company can watch it. */
async function addWatchers(admin: Api): Promise<void> {
  for (const id of await listed(admin, '/staff/tickets?limit=100')) {
    const { body: ticket } = await admin.get(`/staff/tickets/${id}`).expect(200);
    const { body: contacts } = await admin.get(`/staff/customers/${ticket.customer.id}/contacts`).expect(200);
    for (const contact of (contacts as { items: ListedContact[] }).items) {
      if (contact.portalAccess.state !== 'ACTIVE') continue;
      await admin.put(`/staff/tickets/${id}/watchers/${contact.id}`).expect(204);
    }
  }
}

/** Answers with what fits the printers. */
async function fillPrinterCart(contact: Api): Promise<string[]> {
  const fitting: string[] = [];
  for (const printer of await listed(contact, '/portal/printer-shop/printers')) {
    for (const id of await listed(contact, `/portal/printer-shop/printers/${printer}/accessories`)) {
      const item = `/portal/printer-shop/cart/items/${printer}/${id}`;
      await contact.put(item).send({ quantity: 1 }).expect(200);
      fitting.push(id);
    }
  }
  return fitting;
}

async function addImages(admin: Api, articles: readonly string[]): Promise<void> {
  const ids = [...articles, ...(await listed(admin, '/staff/articles'))];
  for (const list of ['/staff/articles?onlineShop=true&active=true', '/staff/articles?search=Toner']) {
    ids.push(...(await listed(admin, list)));
  }
  for (const id of new Set(ids)) {
    await admin.put(`/staff/articles/${id}/image`).attach('file', PNG, 'pixel.png').expect(200);
  }
}
