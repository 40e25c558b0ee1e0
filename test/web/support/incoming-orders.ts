import type { Browser } from 'playwright-core';
import { newestItem } from '../../support/inbox';
import { addContact, addCustomer } from '../../support/population';
import { offerArticle, putIntoCart, setShops, submitCart } from '../../support/shops';
import { addAgent, makeWorld, type World } from '../../support/world';
import { type Look, Visitor } from './browser';

/** A customer who orders, and two of the staff at the Postkorb. */
export class IncomingOrders {
  private constructor(
    readonly world: World,
    readonly agent: Awaited<ReturnType<typeof addAgent>>,
    readonly contact: Awaited<ReturnType<typeof addContact>>,
    private readonly articleId: string,
  ) {}

  static async make(): Promise<IncomingOrders> {
    const world = await makeWorld();
    const customerId = await addCustomer(world.admin, 'Müller & Söhne GmbH');
    return new IncomingOrders(
      world,
      await addAgent(world),
      await addContact(world, customerId, 'MAIN_USER'),
      await offerArticle(world.admin, { name: 'Toner schwarz', netPriceCents: 10_000 }),
    );
  }

  /** An order, or without prices a quote request; answers with the id of its item. */
  async send(showPrices: boolean): Promise<string> {
    await setShops(this.world.admin, { onlineShop: { enabled: true, showPrices } });
    await putIntoCart(this.contact, 'online-shop', this.articleId, 2);
    await submitCart(this.contact, 'online-shop');
    return (await newestItem(this.world.admin)).id;
  }

  /** The administrator, at the Postkorb or at one of its items. */
  async come(browser: Browser, look: Look, id?: string): Promise<Visitor> {
    const { admin, tenant } = this.world;
    await admin.patch('/auth/me').send({ language: look.language }).expect(200);
    const visitor = await Visitor.come(browser, look);
    await visitor.logIn(tenant.slug, tenant.adminEmail, '', 'staff');
    if (id) await visitor.page.goto(`/staff/${tenant.slug}/inbox/${id}`);
    return visitor;
  }
}
