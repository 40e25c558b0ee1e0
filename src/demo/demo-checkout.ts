import { Injectable } from '@nestjs/common';
import { OfferedArticlesReader } from '../modules/catalog';
import { PrintersReader } from '../modules/inventory';
import { OnlineShop } from '../modules/online-shop';
import { CartsService, type LineKey, SubmissionsService } from '../modules/ordering';
import { PrinterShop } from '../modules/printer-shop';
import type { Actor } from '../platform/context/actor';
import type { DemoLine, DemoOrder } from './orders';

/** Fills a cart and submits it, as a contact does. */
@Injectable()
export class DemoCheckout {
  constructor(
    private readonly onlineShop: OnlineShop,
    private readonly printerShop: PrinterShop,
    private readonly articles: OfferedArticlesReader,
    private readonly printers: PrintersReader,
    private readonly carts: CartsService,
    private readonly submissions: SubmissionsService,
  ) {}

  /** In the name of the contact who is acting. @returns the id of the order or quote request */
  async submit(contact: Actor, { shop: kind, lines, reference, note }: DemoOrder): Promise<string> {
    const shop = kind === 'ONLINE_SHOP' ? this.onlineShop : this.printerShop;
    for (const line of lines) await this.carts.put(shop, await this.keyOf(contact, line), line.quantity);
    const { mode, totals, version: cartVersion } = await this.carts.current(shop);
    const expectedTotalNetCents = totals?.netCents;
    const shown = { mode, cartVersion, expectedTotalNetCents };
    const { order } = await this.submissions.submit(shop, { ...shown, reference, note });
    return order.id;
  }

  private async keyOf(contact: Actor, { article, printer }: DemoLine): Promise<LineKey> {
    const found = await this.articles.page({ search: article }, false);
    const articleId = found.items.find(({ number }) => number === article)?.id;
    const printerId = printer === undefined ? null : await this.printerId(contact, printer);
    if (!articleId || printerId === undefined)
      throw new Error(`The demo cannot order ${article} for ${printer}.`);
    return { articleId, printerId };
  }

  private async printerId(contact: Actor, assetTag: string): Promise<string | undefined> {
    if (contact.kind !== 'CONTACT') return undefined;
    const found = await this.printers.page(contact.customerId, { search: assetTag });
    return found.items.find((printer) => printer.assetTag === assetTag)?.id;
  }
}
