import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import {
  InjectTenantRepository,
  tenantCondition,
  type TenantRepository,
  TransactionService,
} from '../../../platform/database';
import { newId } from '../../../platform/ids';
import { keyOf, type LineKey, type Offer, type ShopKind, type UnpricedOffer, withoutPrice } from '../shop';
import { cartFull } from '../ordering.errors';
import { CartItem } from './cart-item.entity';

const MAX_LINES = 200;

/** Whose cart, and in which shop. */
export interface CartOwner {
  readonly contactId: string;
  readonly shop: ShopKind;
}

/** A line as it is kept. */
export interface StoredLine extends LineKey {
  readonly id: string;
  readonly quantity: number;
  readonly number: string;
  readonly name: string;
  readonly printerName: string | null;
  /** What was shown when it was put there, only where that was asked for; null where nobody knows any more. */
  readonly shownOffer?: UnpricedOffer | null;
  /** Only where prices were asked for; null where there was none to show. */
  readonly shownPriceCents?: number | null;
}

const COLUMNS = `t.id, t.article_id AS "articleId", t.printer_id AS "printerId", t.quantity, t.number, t.name,
  t.printer_name AS "printerName"`;
const SHOWN = `t.shown_offer AS "shownOffer"`;
const SHOWN_PRICE = `t.shown_price_cents AS "shownPriceCents"`;

const CONTACT_STAYS = `SELECT FROM contacts t WHERE ${tenantCondition('t')} AND t.id = $2 FOR KEY SHARE`;

/** Keeps the carts: one for each contact and shop. */
@Injectable()
export class CartItems {
  constructor(
    private readonly transactions: TransactionService,
    @InjectTenantRepository(CartItem) private readonly items: TenantRepository<CartItem>,
  ) {}

  /** In the order in which they were put there. */
  of(owner: CartOwner): Promise<StoredLine[]> {
    return this.read(owner, COLUMNS);
  }

  /** As `of`, with what was shown then. Without prices the statement does not name their column. */
  asShown(owner: CartOwner, withPrices: boolean): Promise<StoredLine[]> {
    return this.read(owner, [COLUMNS, SHOWN, ...(withPrices ? [SHOWN_PRICE] : [])].join());
  }

  /** As `of`, with a lock on these lines until the transaction ends. */
  lock(owner: CartOwner): Promise<StoredLine[]> {
    // Before the lines, as whoever takes the contact to another customer does, or forgets it.
    this.transactions.current.enqueue(CONTACT_STAYS, [this.transactions.tenantId, owner.contactId]);
    return this.read(owner, COLUMNS, 'FOR UPDATE');
  }

  /** As `of`; nobody else can put anything there meanwhile: two lines must not both be the last that fits. */
  hold(owner: CartOwner): Promise<StoredLine[]> {
    this.closeTo(owner);
    return this.of(owner);
  }

  /** As `hold`, and nobody can submit the lines meanwhile: what is added to a line counts on what it holds. */
  holdAll(owner: CartOwner): Promise<StoredLine[]> {
    this.closeTo(owner);
    return this.lock(owner);
  }

  private closeTo(owner: CartOwner): void {
    this.transactions.current.enqueue(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [
      `cart:${this.transactions.tenantId}:${owner.contactId}:${owner.shop}`,
    ]);
  }

  /** Into a cart that is held; what lies in it then. @throws cartFull */
  put(
    { contactId, shop }: CartOwner,
    stored: readonly StoredLine[],
    line: LineKey,
    quantity: number,
    offer: Offer,
  ): StoredLine[] {
    const { number, name } = offer;
    const put: StoredLine = {
      ...line,
      id: newId(),
      quantity,
      number,
      name,
      printerName: offer.printer?.name ?? null,
      shownOffer: withoutPrice(offer),
      shownPriceCents: offer.netPriceCents ?? null,
    };
    const place = stored.findIndex((other) => keyOf(other) === keyOf(line));
    if (place < 0 && stored.length >= MAX_LINES) throw cartFull({ values: { max: MAX_LINES } });
    this.transactions.current.enqueue(
      `INSERT INTO cart_items (tenant_id, id, contact_id, shop, article_id, printer_id, quantity, number, name,
         printer_name, shown_offer, shown_price_cents)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       ON CONFLICT (tenant_id, contact_id, shop, article_id, printer_id) DO UPDATE
       SET quantity = EXCLUDED.quantity, number = EXCLUDED.number, name = EXCLUDED.name,
         printer_name = EXCLUDED.printer_name, shown_offer = EXCLUDED.shown_offer,
         shown_price_cents = EXCLUDED.shown_price_cents`,
      [
        this.transactions.tenantId,
        put.id,
        contactId,
        shop,
        put.articleId,
        put.printerId,
        put.quantity,
        put.number,
        put.name,
        put.printerName,
        put.shownOffer,
        put.shownPriceCents,
      ],
    );
    return place < 0 ? [...stored, put] : stored.with(place, put);
  }

  /** Whether there was such a line. */
  async remove(owner: CartOwner, { articleId, printerId }: LineKey): Promise<boolean> {
    const removed = await this.items.delete({ ...owner, articleId, printerId: printerId ?? IsNull() });
    return removed > 0;
  }

  /** Takes out what was submitted; what was put there meanwhile stays. */
  clear(lines: readonly StoredLine[]): void {
    this.transactions.current.enqueue(
      `DELETE FROM cart_items t WHERE ${tenantCondition('t')} AND t.id = ANY($2::uuid[])`,
      [this.transactions.tenantId, lines.map(({ id }) => id)],
    );
  }

  private read({ contactId, shop }: CartOwner, columns: string, lock = ''): Promise<StoredLine[]> {
    return this.transactions.query<StoredLine>(
      `SELECT ${columns} FROM cart_items t
       WHERE ${tenantCondition('t')} AND t.contact_id = $2 AND t.shop = $3 ORDER BY t.id ${lock}`,
      [this.transactions.tenantId, contactId, shop],
    );
  }
}
