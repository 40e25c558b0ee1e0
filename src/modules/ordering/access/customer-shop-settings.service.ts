import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../platform/audit/audit-log';
import {
  InjectTenantRepository,
  type TenantRepository,
  TransactionService,
} from '../../../platform/database';
import { EventPublisher } from '../../../platform/events/event-publisher';
import { notFound, preconditionFailed } from '../../../platform/errors';
import { ContactsReader, customerChanged } from '../../contacts';
import { CustomerShopSettings } from './customer-shop-settings.entity';
import type { Override } from './shop-access.policy';
import { type SwitchesOfCustomer, ShopSwitchesReader } from './shop-switches.reader';

/** What is absent stays. */
interface ShopOverrides {
  readonly enabled?: Override;
  readonly showPrices?: Override;
}

/** The shop settings of a customer, kept by staff. */
@Injectable()
export class CustomerShopSettingsService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly contacts: ContactsReader,
    private readonly switches: ShopSwitchesReader,
    private readonly audit: AuditLog,
    private readonly events: EventPublisher,
    @InjectTenantRepository(CustomerShopSettings)
    private readonly settings: TenantRepository<CustomerShopSettings>,
  ) {}

  /** @throws notFound */
  async of(customerId: string): Promise<SwitchesOfCustomer> {
    if (!(await this.contacts.customer(customerId))) throw notFound();
    return this.switches.of(customerId);
  }

  /** @throws notFound, preconditionFailed */
  update(
    customerId: string,
    version: number,
    {
      onlineShop,
      printerShop,
    }: { readonly onlineShop?: ShopOverrides; readonly printerShop?: ShopOverrides },
  ): Promise<void> {
    return this.transactions.run(async () => {
      if (!(await this.contacts.customer(customerId))) throw notFound();
      const settings = await this.lock(customerId);
      if (settings.version !== version) throw preconditionFailed();
      Object.assign(settings, {
        onlineShopEnabled: onlineShop?.enabled ?? settings.onlineShopEnabled,
        onlineShopShowPrices: onlineShop?.showPrices ?? settings.onlineShopShowPrices,
        printerShopEnabled: printerShop?.enabled ?? settings.printerShopEnabled,
        printerShopShowPrices: printerShop?.showPrices ?? settings.printerShopShowPrices,
      });
      await this.settings.update(settings);
      await this.audit.record({
        action: 'customer-shop-settings.changed',
        objectType: 'Customer',
        objectId: customerId,
        changes: { ...(onlineShop && { onlineShop }), ...(printerShop && { printerShop }) },
      });
      await this.events.publish(customerChanged, { customerId, visibility: 'PUBLIC' });
    });
  }

  /** The row is made with the first change, as version 0; two at once meet at its lock. */
  private async lock(customerId: string): Promise<CustomerShopSettings> {
    await this.transactions.query(
      `INSERT INTO customer_shop_settings (tenant_id, id, version) VALUES ($1, $2, 0) ON CONFLICT DO NOTHING`,
      [this.transactions.tenantId, customerId],
    );
    const settings = await this.settings.lock({ id: customerId });
    if (!settings) throw notFound();
    return settings;
  }
}
