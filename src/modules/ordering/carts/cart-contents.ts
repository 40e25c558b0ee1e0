import { Injectable } from '@nestjs/common';
import type { OpenShop } from '../access/shop-access';
import type { LineKey, Offered, Shop } from '../shop';
import { stateOf } from './cart';
import type { StoredLine } from './cart-items';
import { CartVersions, type ShownCart } from './cart-versions';
import { OpenRequests, type OpenSince } from './open-requests';

/** A cart as it stands at this moment. */
export interface Cart extends ShownCart {
  /** Of exactly what is shown. */
  readonly version: string;
  readonly openSince: OpenSince;
}

/** Brings together what lies in a cart and what the shop offers now. */
@Injectable()
export class CartContents {
  constructor(
    private readonly openRequests: OpenRequests,
    private readonly versions: CartVersions,
  ) {}

  async of(shop: Shop, open: OpenShop, stored: readonly StoredLine[]): Promise<Cart> {
    const offeredFor = stored.length > 0 ? await shop.offers(stored, open.showPrices) : nothing;
    return this.offered(shop, open, stored, offeredFor);
  }

  /** Where it is known already what the shop offers for these lines. */
  async offered(
    shop: Shop,
    { showPrices, terms, customerId, contactId }: OpenShop,
    stored: readonly StoredLine[],
    offeredFor: (line: LineKey) => Offered,
  ): Promise<Cart> {
    const lines = stored.map((line) => ({ ...line, offered: offeredFor(line) }));
    const printerIds = stored.flatMap(({ printerId }) => printerId ?? []);
    const shown = { ...stateOf(lines, showPrices), shop: shop.kind, contactId, lines, terms };
    return {
      ...shown,
      version: this.versions.of(shown),
      openSince: await this.openRequests.since(customerId, printerIds),
    };
  }
}

function nothing(): Offered {
  return { reason: 'NOT_IN_SHOP' };
}
