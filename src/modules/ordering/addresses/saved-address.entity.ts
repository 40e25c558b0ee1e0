import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Versioned } from '../../../platform/database';
import type { DeliveryAddress } from '../orders/delivery-address';

/** Where a company often has things delivered. Orders hold an address of their own. */
@Entity('delivery_addresses')
@Index('delivery_addresses_of_customer', ['tenantId', 'customerId'])
@Index('delivery_addresses_default', ['tenantId', 'customerId'], { unique: true, where: 'is_default' })
@ForeignKey('Customer', ['tenantId', 'customerId'], ['tenantId', 'id'], {
  name: 'delivery_addresses_customer',
  onDelete: 'CASCADE',
})
export class SavedAddress extends Versioned {
  @Column('uuid', { name: 'customer_id' })
  customerId: string;

  /** What the company calls the place. */
  @Column('text')
  label: string;

  @Column('jsonb')
  address: DeliveryAddress;

  /** Chosen where nobody has said; one of a company at most. */
  @Column('boolean', { name: 'is_default' })
  isDefault: boolean;
}
