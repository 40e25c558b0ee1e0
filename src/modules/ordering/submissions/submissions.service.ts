import { Injectable } from '@nestjs/common';
import { TransactionService } from '../../../platform/database';
import type { DomainError } from '../../../platform/errors';
import { CURRENCY } from '../../catalog';
import { type OpenShop, ShopAccess } from '../access/shop-access';
import { type CartLine, type Expectation, objectionTo, type Objection } from '../carts/cart';
import { type Cart, CartContents } from '../carts/cart-contents';
import { CartItems } from '../carts/cart-items';
import { CartVersions } from '../carts/cart-versions';
import { ownerOf } from '../carts/carts.service';
import type { CreatedOrder } from '../orders/submitted-order';
import type { DeliveryAddress } from '../orders/delivery-address';
import { type NewOrderLine, OrderCreation } from '../orders/order-creation';
import type { OrderKind } from '../orders/order-status';
import { cartVersionMissing, totalNotExpected } from '../ordering.errors';
import { isOffer, type Shop } from '../shop';
import { refusalOf } from './refusals';

/** What a contact submits besides the cart: what they were shown, and what they add. */
export interface Submission {
  readonly mode: OrderKind;
  /** Of the cart that was shown; needed with an order. */
  readonly cartVersion?: string;
  readonly expectedTotalNetCents?: number;
  readonly termsVersion?: string;
  readonly reference?: string;
  readonly costCentre?: string;
  readonly note?: string;
  readonly deliveryAddress?: DeliveryAddress;
}

/** Turns the cart of the acting contact into an order or a quote request. */
@Injectable()
export class SubmissionsService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly access: ShopAccess,
    private readonly items: CartItems,
    private readonly contents: CartContents,
    private readonly versions: CartVersions,
    private readonly orderCreation: OrderCreation,
  ) {}

  /**
   * All of the cart or nothing, and only what the client showed. Lines that are added meanwhile stay in the cart.
   * @throws notFound where the shop is closed, and one of SUBMISSION_ERRORS
   */
  submit(shop: Shop, submission: Submission): Promise<CreatedOrder> {
    return this.transactions.run(async () => {
      // A second submission waits here, and then finds the cart empty.
      const [open, stored] = await this.access.openInParallelWith(shop.kind, ({ id }) =>
        this.items.lock(ownerOf(shop, id)),
      );
      assertNamesWhatWasShown(submission);
      const cart = await this.contents.of(shop, open, stored);
      const objection = objectionTo(
        cart.lines,
        cart,
        cart.terms.version,
        this.expectationOf(submission, cart),
      );
      if (objection) throw await this.refusal(objection, shop, open);
      this.items.clear(stored);
      return this.enter(cart, open, submission);
    });
  }

  private expectationOf(submission: Submission, cart: Cart): Expectation {
    const { mode, cartVersion, expectedTotalNetCents: totalNetCents, termsVersion } = submission;
    const comparison = cartVersion === undefined ? {} : this.versions.compare(cartVersion, cart);
    return { mode, totalNetCents, termsVersion, ...comparison };
  }

  /** With what has changed since it was shown. */
  private async refusal(objection: Objection, shop: Shop, open: OpenShop): Promise<DomainError> {
    const stored = await this.items.asShown(ownerOf(shop, open.contactId), open.showPrices);
    return refusalOf(objection, await this.contents.of(shop, open, stored));
  }

  private enter(
    cart: Cart,
    { customerId, contactId }: OpenShop,
    submission: Submission,
  ): Promise<CreatedOrder> {
    const { reference = null, costCentre = null, note = null, deliveryAddress = null } = submission;
    return this.orderCreation.create({
      kind: cart.mode,
      shop: cart.shop,
      customerId,
      contactId,
      reference,
      costCentre,
      note,
      deliveryAddress,
      currency: CURRENCY,
      termsUrl: cart.terms.url,
      termsVersion: cart.terms.version,
      quoteRequest: null,
      lines: cart.lines.flatMap((line) => snapshotOf(line, cart.mode)),
    });
  }
}

/** @throws cartVersionMissing, totalNotExpected */
function assertNamesWhatWasShown({ mode, cartVersion, expectedTotalNetCents }: Submission): void {
  if (mode === 'ORDER' && cartVersion === undefined) throw cartVersionMissing({ pointer: '/cartVersion' });
  if (mode === 'QUOTE_REQUEST' && expectedTotalNetCents !== undefined)
    throw totalNotExpected({ pointer: '/expectedTotalNetCents' });
}

/** What is ordered, as it is now. The price only where it was shown: a quote request holds none. */
function snapshotOf({ offered, articleId, printerId, quantity }: CartLine, mode: OrderKind): NewOrderLine[] {
  if (!isOffer(offered)) return [];
  const { number, name, unit, kind, vatRatePermille, netPriceCents, printer } = offered;
  return [
    {
      articleId,
      number,
      name,
      unit,
      kind,
      quantity,
      vatRatePermille,
      netPriceCents: mode === 'ORDER' ? (netPriceCents ?? null) : null,
      printerId,
      printerName: printer?.name ?? null,
      printerModel: printer?.model ?? null,
      printerLocation: printer?.location ?? null,
      printerRoom: printer?.room ?? null,
      printerSerialNumber: printer?.serialNumber ?? null,
    },
  ];
}
