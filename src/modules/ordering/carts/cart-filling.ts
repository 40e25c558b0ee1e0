import { Injectable } from '@nestjs/common';
import { TransactionService } from '../../../platform/database/transaction.service';
import type { FieldError } from '../../../platform/errors';
import { notFound } from '../../../platform/http/http.errors';
import { ShopAccess } from '../access/shop-access';
import { cartLinesUnavailable } from '../ordering.errors';
import { ActorOrders } from '../orders/actor-orders';
import type { OrderLine } from '../orders/order-line.entity';
import { isOffer, keyOf, type LineKey, type Reason, type Shop } from '../shop';
import { type Cart, CartContents } from './cart-contents';
import { CartItems } from './cart-items';
import { ownerOf } from './carts.service';

const MOST_OF_A_LINE = 999;

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
        throw cartLinesUnavailable({ fields: unavailable.map(({ index }) => fieldOf(index)) });
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
        Math.min(held + quantity, MOST_OF_A_LINE),
      );
      return { cart, missing: unavailable.flatMap(({ index, reason }) => missingOf(lines[index], reason)) };
    });
  }

  private async fill(
    shop: Shop,
    wanted: readonly WantedLine[],
    quantityOf: (held: number, wanted: number) => number,
  ): Promise<{ cart: Cart; unavailable: { index: number; reason: Reason }[] }> {
    const [open, stored] = await this.access.openWhile(shop.kind, (contact) =>
      this.items.hold(ownerOf(shop, contact.id)),
    );
    const offeredFor = await shop.offers([...stored, ...wanted], open.showPrices);
    const unavailable: { index: number; reason: Reason }[] = [];
    let lines = stored;
    for (const [index, { articleId, printerId, quantity }] of wanted.entries()) {
      const line = { articleId, printerId };
      const offered = offeredFor(line);
      if (!isOffer(offered)) {
        unavailable.push({ index, reason: offered.reason });
        continue;
      }
      const held = lines.find((other) => keyOf(other) === keyOf(line))?.quantity ?? 0;
      lines = this.items.put(ownerOf(shop, open.contactId), lines, line, quantityOf(held, quantity), offered);
    }
    return { cart: await this.contents.offered(shop, open, lines, offeredFor), unavailable };
  }
}

function fieldOf(index: number): FieldError {
  const { code, texts } = cartLinesUnavailable();
  return { pointer: `/items/${index}`, code, texts };
}

function missingOf(line: OrderLine | undefined, reason: Reason): MissingLine[] {
  if (!line) return [];
  const { number, name, printerName, quantity } = line;
  return [{ number, name, printerName, quantity, reason }];
}
