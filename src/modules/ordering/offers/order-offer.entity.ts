import { Column, Entity, ForeignKey, Unique } from 'typeorm';
import { TenantOwned } from '../../../platform/database';
import type { OfferedPrice } from './offer-prices';

/**
 * One offer as it was made. It never changes: a correction is another one, with the next version. Mails say what stands
 * here, whenever they are sent, and who answers an earlier one is shown the difference.
 */
@Entity('order_offers')
@Unique('order_offers_version', ['tenantId', 'orderId', 'version'])
@ForeignKey('Order', ['tenantId', 'orderId'], ['tenantId', 'id'], {
  name: 'order_offers_order',
  onDelete: 'CASCADE',
})
export class OrderOffer extends TenantOwned {
  @Column('uuid', { name: 'order_id' })
  orderId: string;

  /** From 1, for each quote request. */
  @Column('integer')
  version: number;

  /** The last day, e.g. 2026-12-31. */
  @Column('date', { name: 'valid_until' })
  validUntil: string;

  @Column('text', { nullable: true })
  message: string | null;

  /** One for every line of the request. */
  @Column('jsonb')
  prices: readonly OfferedPrice[];

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;
}
