import { Injectable } from '@nestjs/common';
import { TransactionService } from '../../../platform/database';
import { type FieldError, notFound } from '../../../platform/errors';
import { ShopAccess } from '../access/shop-access';
import { cartLinesUnavailable } from '../ordering.errors';
import { ActorOrders } from '../orders/actor-orders';
import type { OrderLine } from '../orders/order-line.entity';
import { isOffer, keyOf, type LineKey, MAX_QUANTITY, type Reason, type Shop } from '../shop';
import { type Cart, CartContents } from './cart-contents';
import { CartItems } from './cart-items';
import { ownerOf } from './carts.service';

/** A line, and how many of it the cart is to hold. */
export interface WantedLine extends LineKey {
  readonly quantity: number;
}

/** What of an order cannot be had any more. */
export interface MissingLine {
  readonly number: string;
  readonly name: string;
  readonly printerName: string | null;
  readonly quantity: number;
  readonly reason: Reason;
}

export interface CopiedOrder {
  readonly cart: Cart;
  readonly missing: readonly MissingLine[];
}

/** Puts many lines into the cart of the acting contact in one step. */
@Injectable()
export class CartFilling {
  constructor(
    private readonly transactions: TransactionService,
    private readonly access: ShopAccess,
    private readonly items: CartItems,
    private readonly contents: CartContents,
    private readonly orders: ActorOrders,
  ) {}

  /** Sets the quantity of each line, all of them or none. @throws notFound, cartLinesUnavailable, cartFull */
  put(shop: Shop, wanted: readonly WantedLine[]): Promise<Cart> {
    return this.transactions.run(async () => {
      const { cart, unavailable } = await this.fill(shop, wanted, (_held, quantity) => quantity);
      if (unavailable.length > 0) {
        throw cartLinesUnavailable({ fields: unavailable.map(({ line }) => fieldOf(wanted.indexOf(line))) });
      }
      return cart;
    });
  }

  /**
   * Adds what an order of this shop holds to what is in the cart; prices and names are today's. What cannot be had any more is
   * left out, and told.
   * @throws notFound where the shop is closed, or the order is none that the contact sees, or of another shop; cartFull
   */
  copy(shop: Shop, orderId: string): Promise<CopiedOrder> {
    return this.transactions.run(async () => {
      const order = await this.orders.get(orderId);
      if (order.shop !== shop.kind) throw notFound();
      const lines = await this.orders.linesOf(order);
      const { cart, unavailable } = await this.fill(shop, lines, (held, quantity) =>
        Math.min(held + quantity, MAX_QUANTITY),
      );
      return { cart, missing: unavailable.map(({ line, reason }) => missingOf(line, reason)) };
    });
  }

  private async fill<Line extends WantedLine>(
    shop: Shop,
    wanted: readonly Line[],
    quantityOf: (held: number, wanted: number) => number,
  ): Promise<{ cart: Cart; unavailable: { line: Line; reason: Reason }[] }> {
    const [open, stored] = await this.access.openInParallelWith(shop.kind, (contact) =>
      this.items.holdAll(ownerOf(shop, contact.id)),
    );
    const offeredFor = await shop.offers([...stored, ...wanted], open.showPrices);
    const unavailable: { line: Line; reason: Reason }[] = [];
    let lines = stored;
    for (const line of wanted) {
      const { articleId, printerId, quantity } = line;
      const key = { articleId, printerId };
      const offered = offeredFor(key);
      if (!isOffer(offered)) {
        unavailable.push({ line, reason: offered.reason });
        continue;
      }
      const held = lines.find((other) => keyOf(other) === keyOf(key))?.quantity ?? 0;
      lines = this.items.put(ownerOf(shop, open.contactId), lines, key, quantityOf(held, quantity), offered);
    }
    return { cart: await this.contents.offered(shop, open, lines, offeredFor), unavailable };
  }
}

function fieldOf(index: number): FieldError {
  const { code, texts } = cartLinesUnavailable();
  return { pointer: `/items/${index}`, code, texts };
}

function missingOf({ number, name, printerName, quantity }: OrderLine, reason: Reason): MissingLine {
  return { number, name, printerName, quantity, reason };
}
