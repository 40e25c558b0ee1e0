import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';
import { TenantOwned } from '../../../platform/database';
import { MAX_QUANTITY, type ShopKind, type UnpricedOffer } from '../shop';

/**
 * A line of a cart; its id sorts by when it was put there. Number and names are those of that moment: they are shown
 * where the shop has nothing to say of the article any more.
 */
@Entity('cart_items')
@Unique('cart_items_line', ['tenantId', 'contactId', 'shop', 'articleId', 'printerId'])
@Check('cart_items_shop', `shop IN ('ONLINE_SHOP', 'PRINTER_SHOP')`)
@Check('cart_items_quantity', `quantity BETWEEN 1 AND ${MAX_QUANTITY}`)
@ForeignKey('Contact', ['tenantId', 'contactId'], ['tenantId', 'id'], { name: 'cart_items_contact' })
@ForeignKey('Article', ['tenantId', 'articleId'], ['tenantId', 'id'], { name: 'cart_items_article' })
@ForeignKey('Device', ['tenantId', 'printerId'], ['tenantId', 'id'], { name: 'cart_items_printer' })
export class CartItem extends TenantOwned {
  @Column('uuid', { name: 'contact_id' })
  contactId: string;

  @Column('text')
  shop: ShopKind;

  @Column('uuid', { name: 'article_id' })
  articleId: string;

  @Column('uuid', { name: 'printer_id', nullable: true })
  printerId: string | null;

  @Column('integer')
  quantity: number;

  @Column('text')
  number: string;

  @Column('text')
  name: string;

  @Column('text', { name: 'printer_name', nullable: true })
  printerName: string | null;

  /** What the contact was shown when they put it there; null of lines that are older than this column. */
  @Column('jsonb', { name: 'shown_offer', nullable: true, select: false })
  shownOffer: UnpricedOffer | null;

  /** What it cost then; never read where prices are hidden. */
  @Column('integer', { name: 'shown_price_cents', nullable: true, select: false })
  shownPriceCents: number | null;
}
