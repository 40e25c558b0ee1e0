import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log';
import { InjectTenantRepository, type TenantRepository } from '../../platform/database/tenant.repository';
import { TransactionService } from '../../platform/database/transaction.service';
import { notFound, preconditionFailed } from '../../platform/http/http.errors';
import type { UpdateSettingsDto } from './dto/settings.dto';
import { TenantSettings } from './tenant-settings.entity';

/** Settings of the tenant in whose name somebody acts. */
@Injectable()
export class SettingsService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly audit: AuditLog,
    @InjectTenantRepository(TenantSettings) private readonly settings: TenantRepository<TenantSettings>,
  ) {}

  async current(): Promise<TenantSettings> {
    const settings = await this.settings.findOne({});
    if (!settings) throw notFound();
    return settings;
  }

  /** @throws preconditionFailed where somebody changed the settings since they were read */
  update(
    version: number,
    { onlineShop, printerShop, ...changes }: UpdateSettingsDto,
  ): Promise<TenantSettings> {
    return this.transactions.run(async () => {
      const settings = await this.current();
      if (settings.version !== version) throw preconditionFailed();
      Object.assign(settings, changes, {
        onlineShopEnabled: onlineShop?.enabled ?? settings.onlineShopEnabled,
        onlineShopShowPrices: onlineShop?.showPrices ?? settings.onlineShopShowPrices,
        printerShopEnabled: printerShop?.enabled ?? settings.printerShopEnabled,
        printerShopShowPrices: printerShop?.showPrices ?? settings.printerShopShowPrices,
      });
      await this.settings.update(settings);
      await this.audit.record({
        action: 'settings.changed',
        objectType: 'TenantSettings',
        objectId: settings.id,
        changes: { ...changes, ...(onlineShop && { onlineShop }), ...(printerShop && { printerShop }) },
      });
      return settings;
    });
  }
}
