import { Check, Column, Entity, ForeignKey } from 'typeorm';
import { Versioned } from '../../../platform/database';
import type { Override } from './shop-access.policy';

/** What of the shops is different for a customer; its id is the customer's. */
@Entity('customer_shop_settings')
@Check(
  'customer_shop_settings_overrides',
  `online_shop_enabled IN ('INHERIT', 'ON', 'OFF') AND online_shop_show_prices IN ('INHERIT', 'ON', 'OFF')
   AND printer_shop_enabled IN ('INHERIT', 'ON', 'OFF') AND printer_shop_show_prices IN ('INHERIT', 'ON', 'OFF')`,
)
@ForeignKey('Customer', ['tenantId', 'id'], ['tenantId', 'id'], { name: 'customer_shop_settings_customer' })
export class CustomerShopSettings extends Versioned {
  @Column('text', { name: 'online_shop_enabled', default: 'INHERIT' })
  onlineShopEnabled: Override;

  @Column('text', { name: 'online_shop_show_prices', default: 'INHERIT' })
  onlineShopShowPrices: Override;

  @Column('text', { name: 'printer_shop_enabled', default: 'INHERIT' })
  printerShopEnabled: Override;

  @Column('text', { name: 'printer_shop_show_prices', default: 'INHERIT' })
  printerShopShowPrices: Override;
}
