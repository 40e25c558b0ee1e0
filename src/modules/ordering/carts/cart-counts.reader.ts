import { Injectable } from '@nestjs/common';
import { tenantCondition, TransactionService } from '../../../platform/database';
import { ShopAccess } from '../access/shop-access';
import type { ShopKind } from '../shop';

/** What lies in a cart. */
export interface CartCount {
  readonly lines: number;
  /** Of all lines together. */
  readonly quantity: number;
}

const COUNTS = `
  SELECT c.shop, count(*)::int AS lines, sum(c.quantity)::int AS quantity FROM cart_items c
  WHERE ${tenantCondition('c')} AND c.contact_id = $2 GROUP BY c.shop`;

@Injectable()
export class CartCountsReader {
  constructor(
    private readonly transactions: TransactionService,
    private readonly access: ShopAccess,
  ) {}

  /** Of a contact's carts in the shops that are open to the company; what lies in a closed one is not told of. */
  async of(contactId: string, customerId: string): Promise<ReadonlyMap<ShopKind, CartCount>> {
    const [rows, openings] = await Promise.all([
      this.transactions.query<CartCount & { shop: ShopKind }>(COUNTS, [
        this.transactions.tenantId,
        contactId,
      ]),
      this.access.openingsFor(customerId),
    ]);
    const counts = new Map(rows.map(({ shop, lines, quantity }) => [shop, { lines, quantity }]));
    return new Map([...openings.keys()].map((kind) => [kind, counts.get(kind) ?? { lines: 0, quantity: 0 }]));
  }
}
