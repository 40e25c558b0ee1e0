import type { Browser } from 'playwright-core';
import type { Api } from '../support/api';
import { asSuperuser } from '../support/database';
import { addContact, addCustomer } from '../support/population';
import { jobsDone } from '../support/rows';
import { offerArticle, putIntoCart, setShops, submitCart } from '../support/shops';
import { addAgent, makeWorld, type World } from '../support/world';
import { LOOKS, openBrowser, Visitor } from './support/browser';

const REFUSED = {
  de: 'Die Mail an Kim Muster ist nicht angekommen. Der Mailserver lehnt den Empfänger ab',
  en: 'The mail to Kim Muster has not arrived. The mail server refuses the recipient',
};

describe('Receipts that the mail server has refused', () => {
  let browser: Browser;
  let world: World;
  let agent: Api & { email: string };
  const pages: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    agent = await addAgent(world);
    const contact = await addContact(
      world,
      await addCustomer(world.admin, 'Müller & Söhne GmbH'),
      'MAIN_USER',
    );
    const sent = { subject: 'Maus klemmt', description: 'Sie klemmt.' };
    const { body: ticket } = await contact.post('/portal/tickets').send(sent).expect(201);
    await setShops(world.admin, { onlineShop: { enabled: true, showPrices: true } });
    const article = await offerArticle(world.admin, { name: 'Toner', netPriceCents: 10_000 });
    await putIntoCart(contact, 'online-shop', article, 1);
    const { body: order } = await submitCart(contact, 'online-shop');
    pages.push(`/tickets/${ticket.id}`, `/orders/${order.id}`);
    await jobsDone();
    const refused = await asSuperuser(
      `UPDATE outgoing_mails SET state = 'FAILED', last_error = 'SMTP: recipient refused (550 5.1.1)'
       WHERE payload->>'ticketId' = $1 OR payload->>'orderId' = $2 RETURNING id`,
      [ticket.id, order.id],
    );
    expect(refused).toHaveLength(2);
  });

  afterAll(() => browser.close());

  it.each(LOOKS)('are told to an agent who looks at the ticket or the order, in $language', async (look) => {
    await agent.patch('/auth/me').send({ language: look.language }).expect(200);
    const visitor = await Visitor.come(browser, look);
    await visitor.logIn(world.tenant.slug, agent.email, '/tickets', 'staff');
    for (const to of pages) {
      await visitor.page.goto(`/staff/${world.tenant.slug}${to}`);
      await visitor.page.getByText(REFUSED[look.language]).waitFor();
      expect(await visitor.findings()).toEqual([]);
    }
    await visitor.leave();
    expect(visitor.complaints).toEqual([]);
  });
});
