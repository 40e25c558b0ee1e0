import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log';
import { InjectTenantRepository, type TenantRepository, TransactionService } from '../../platform/database';
import { demand, type Proof } from '../../platform/http/fresh-proof';
import { notFound, preconditionFailed } from '../../platform/errors';
import { EventPublisher } from '../../platform/events/event-publisher';
import { changedFields } from '../../platform/changed-fields';
import { standsOutOnWhite } from './brand/contrast';
import { settingsChanged } from './settings.events';
import { TenantSettings } from './tenant-settings.entity';
import { accentTooLight } from './tenants.errors';

/** Where links in mails lead, in whose name mails go out, and who gets the answers: with these, accounts can be taken over. */
const PROTECTED = ['portalUrl', 'senderName', 'senderAddress', 'replyTo'] as const;

/** What contacts are shown and may do, and so have to be told. */
const SHOWN = [
  'onlineShopEnabled',
  'onlineShopShowPrices',
  'printerShopEnabled',
  'printerShopShowPrices',
  'contactsMayCloseTickets',
] as const;

/** What is absent stays. */
export interface SettingsChanges extends Partial<
  Omit<
    TenantSettings,
    | 'id'
    | 'tenantId'
    | 'version'
    | 'logo'
    | 'onlineShopEnabled'
    | 'onlineShopShowPrices'
    | 'printerShopEnabled'
    | 'printerShopShowPrices'
  >
> {
  readonly onlineShop?: ShopSwitches;
  readonly printerShop?: ShopSwitches;
}

interface ShopSwitches {
  readonly enabled?: boolean;
  readonly showPrices?: boolean;
}

/** Settings of the tenant in whose name somebody acts. */
@Injectable()
export class SettingsService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly audit: AuditLog,
    private readonly events: EventPublisher,
    @InjectTenantRepository(TenantSettings) private readonly settings: TenantRepository<TenantSettings>,
  ) {}

  async current(): Promise<TenantSettings> {
    const settings = await this.settings.findOne({});
    if (!settings) throw notFound();
    return settings;
  }

  /** @throws preconditionFailed where somebody changed the settings since they were read, accentTooLight, currentPasswordRequired */
  update(
    version: number,
    { onlineShop, printerShop, ...changes }: SettingsChanges,
    proof: Proof,
  ): Promise<TenantSettings> {
    if (changes.accentColor && !standsOutOnWhite(changes.accentColor)) {
      throw accentTooLight({ pointer: '/accentColor' });
    }
    return this.transactions.run(async () => {
      const settings = await this.current();
      if (settings.version !== version) throw preconditionFailed();
      const changed = changedFields<TenantSettings>(settings, changes);
      if (PROTECTED.some((field) => field in changed)) demand(proof);
      const before = Object.assign(shopsOf(settings), settings);
      Object.assign(settings, changes, {
        onlineShopEnabled: onlineShop?.enabled ?? settings.onlineShopEnabled,
        onlineShopShowPrices: onlineShop?.showPrices ?? settings.onlineShopShowPrices,
        printerShopEnabled: printerShop?.enabled ?? settings.printerShopEnabled,
        printerShopShowPrices: printerShop?.showPrices ?? settings.printerShopShowPrices,
      });
      await this.settings.update(settings);
      const shown = SHOWN.some((field) => settings[field] !== before[field]);
      await this.events.publish(settingsChanged, { visibility: shown ? 'PUBLIC' : 'INTERNAL' });
      await this.audit.record({
        action: 'settings.changed',
        objectType: 'TenantSettings',
        objectId: settings.id,
        before,
        changes: { ...changes, ...(onlineShop && { onlineShop }), ...(printerShop && { printerShop }) },
      });
      return settings;
    });
  }
}

/** As settings say it to whoever changes them. */
function shopsOf(settings: TenantSettings): Pick<SettingsChanges, 'onlineShop' | 'printerShop'> {
  return {
    onlineShop: { enabled: settings.onlineShopEnabled, showPrices: settings.onlineShopShowPrices },
    printerShop: { enabled: settings.printerShopEnabled, showPrices: settings.printerShopShowPrices },
  };
}
