import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { TenantOwned } from '../../../platform/database';
import { MAX_QUANTITY } from '../shop';
import { Order } from './order.entity';

/** What was ordered, as it was then. Only an offer adds something later: the prices. */
@Entity('order_lines')
@Unique('order_lines_position', ['tenantId', 'orderId', 'position'])
@Check('order_lines_quantity', `quantity BETWEEN 1 AND ${MAX_QUANTITY}`)
@Check('order_lines_vat_rate', 'vat_rate_permille BETWEEN 0 AND 1000')
@Check('order_lines_net_price', 'net_price_cents BETWEEN 0 AND 100000000')
@Index('order_lines_of_printer', ['tenantId', 'printerId', 'articleId'], { where: 'printer_id IS NOT NULL' })
@ForeignKey('Article', ['tenantId', 'articleId'], ['tenantId', 'id'], { name: 'order_lines_article' })
@ForeignKey('Device', ['tenantId', 'printerId'], ['tenantId', 'id'], { name: 'order_lines_printer' })
@ForeignKey(() => Order, ['tenantId', 'orderId'], ['tenantId', 'id'], {
  name: 'order_lines_order',
  onDelete: 'CASCADE',
})
export class OrderLine extends TenantOwned {
  @Column('uuid', { name: 'order_id' })
  orderId: string;

  /** From 1. */
  @Column('integer')
  position: number;

  @Column('uuid', { name: 'article_id' })
  articleId: string;

  @Column('text')
  number: string;

  @Column('text')
  name: string;

  @Column('text')
  unit: string;

  /** Of an accessory, e.g. toner black. */
  @Column('text', { nullable: true })
  kind: string | null;

  @Column('integer')
  quantity: number;

  @Column('integer', { name: 'vat_rate_permille' })
  vatRatePermille: number;

  /** What the customer was shown or offered, and nothing else: null in a quote request until its offer is made. */
  @Column('integer', { name: 'net_price_cents', nullable: true })
  netPriceCents: number | null;

  @Column('uuid', { name: 'printer_id', nullable: true })
  printerId: string | null;

  @Column('text', { name: 'printer_name', nullable: true })
  printerName: string | null;

  @Column('text', { name: 'printer_model', nullable: true })
  printerModel: string | null;

  @Column('text', { name: 'printer_location', nullable: true })
  printerLocation: string | null;

  @Column('text', { name: 'printer_room', nullable: true })
  printerRoom: string | null;

  @Column('text', { name: 'printer_serial_number', nullable: true })
  printerSerialNumber: string | null;
}
