import type { Api } from './api';
import { putIntoCart, submitCart } from './shops';

export const ROWS = 10;

interface Listed {
  readonly items: readonly { readonly id: string; readonly model: { readonly id: string } }[];
}

/** The demo tenant has few of some things: more of them, by its administrator and a main user. */
export class DemoRows {
  /** What can be put into the carts: `articleId` or `printerId/articleId`. */
  private readonly lines = { 'online-shop': [] as string[], 'printer-shop': [] as string[] };

  async add(admin: Api, contact: Api): Promise<void> {
    for (let i = 0; i < ROWS; i++) {
      await admin
        .post('/staff/customers')
        .send({ name: `Zimmerei ${i}` })
        .expect(201);
      const user = { name: `Mitarbeiter ${i}`, email: `m${i}@musterhaus.example`, role: 'AGENT' };
      await admin.post('/staff/users').send(user).expect(201);
      const ticket = { subject: `Anfrage ${i}`, description: 'Bitte helfen Sie.' };
      const { body } = await contact.post('/portal/tickets').send(ticket).expect(201);
      for (let j = 0; j < ROWS && i === ROWS - 1; j++) {
        await contact
          .post(`/portal/tickets/${body.id}/comments`)
          .send({ body: `Noch etwas ${j}` })
          .expect(201);
      }
    }
    await this.fillShops(admin, contact);
  }

  async fillCart(contact: Api, shop: keyof typeof this.lines, count = ROWS): Promise<void> {
    for (const line of this.lines[shop].slice(0, count)) await putIntoCart(contact, shop, line);
  }

  /** An order and a cart with many lines, and a printer that much fits. */
  private async fillShops(admin: Api, contact: Api): Promise<void> {
    const { body: shop } = await contact.get(`/portal/online-shop/articles?limit=${ROWS}`).expect(200);
    this.lines['online-shop'] = (shop as Listed).items.map(({ id }) => id);
    await this.fillCart(contact, 'online-shop');
    await submitCart(contact, 'online-shop');
    const { body: printers } = await contact.get('/portal/printer-shop/printers').expect(200);
    const [printer] = (printers as Listed).items;
    for (const article of this.lines['online-shop']) {
      const fits = `/staff/printer-models/${printer?.model.id}/accessories/${article}`;
      await admin.put(fits).send({ kind: 'Toner' }).expect(200);
      this.lines['printer-shop'].push(`${printer?.id}/${article}`);
    }
    await this.fillCart(contact, 'online-shop');
    await this.fillCart(contact, 'printer-shop');
    if (this.lines['printer-shop'].length !== ROWS) throw new Error('The shop has too few articles.');
  }
}
