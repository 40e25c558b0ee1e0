import { Injectable } from '@nestjs/common';
import { TransactionService } from '../../../platform/database';
import { notFound } from '../../../platform/errors';
import { ShopAccess } from '../access/shop-access';
import { accessoryDoesNotFit } from '../ordering.errors';
import { isOffer, type LineKey, type Shop } from '../shop';
import { type Cart, CartContents } from './cart-contents';
import { CartItems, type CartOwner } from './cart-items';

/** The cart of the acting contact in a shop, kept on the server. */
@Injectable()
export class CartsService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly access: ShopAccess,
    private readonly items: CartItems,
    private readonly contents: CartContents,
  ) {}

  /** @throws notFound where the shop is closed */
  async current(shop: Shop): Promise<Cart> {
    const open = await this.access.open(shop.kind);
    const stored = await this.items.of(ownerOf(shop, open.contactId));
    return this.contents.of(shop, open, stored);
  }

  /** Sets the quantity of a line, which need not be there yet. @throws notFound, accessoryDoesNotFit, cartFull */
  put(shop: Shop, line: LineKey, quantity: number): Promise<Cart> {
    return this.transactions.run(async () => {
      const [open, stored] = await this.access.openInParallelWith(shop.kind, ({ id }) =>
        this.items.hold(ownerOf(shop, id)),
      );
      const offeredFor = await shop.offers([...stored, line], open.showPrices);
      const offered = offeredFor(line);
      if (!isOffer(offered)) throw offered.reason === 'DOES_NOT_FIT' ? accessoryDoesNotFit() : notFound();
      const lines = this.items.put(ownerOf(shop, open.contactId), stored, line, quantity, offered);
      return this.contents.offered(shop, open, lines, offeredFor);
    });
  }

  /** @throws notFound where the shop is closed or the cart has no such line */
  remove(shop: Shop, line: LineKey): Promise<void> {
    return this.transactions.run(async () => {
      const open = await this.access.open(shop.kind);
      if (!(await this.items.remove(ownerOf(shop, open.contactId), line))) throw notFound();
    });
  }
}

export function ownerOf(shop: Shop, contactId: string): CartOwner {
  return { contactId, shop: shop.kind };
}
