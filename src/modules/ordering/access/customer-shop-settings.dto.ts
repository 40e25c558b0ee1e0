import { Nested, OneOf, Optional } from '../../../platform/http/validation/fields';
import { effectiveSwitches, type Override, OVERRIDES } from './shop-access.policy';
import type { SwitchesOfCustomer } from './shop-switches.reader';
import type { ShopKind } from '../shop';

/** Was für diesen Kunden gilt: wie beim Mandanten (INHERIT), ein (ON) oder aus (OFF). */
export class ShopOverridesDto {
  /** Der Shop steht dem Kunden offen. */
  @Optional()
  @OneOf(OVERRIDES, { example: 'ON' })
  enabled?: Override;

  /** Preise zeigen: Warenkörbe werden Bestellungen; sonst Angebotsanfragen. */
  @Optional()
  @OneOf(OVERRIDES, { example: 'INHERIT' })
  showPrices?: Override;
}

/** Was sich ändern soll; was fehlt, bleibt. */
export class UpdateCustomerShopSettingsDto {
  @Optional()
  @Nested(() => ShopOverridesDto)
  onlineShop?: ShopOverridesDto;

  @Optional()
  @Nested(() => ShopOverridesDto)
  printerShop?: ShopOverridesDto;
}

export class EffectiveShopSwitchesDto {
  enabled: boolean;
  showPrices: boolean;
}

export class ShopOverridesStateDto {
  enabled: 'INHERIT' | 'ON' | 'OFF';
  showPrices: 'INHERIT' | 'ON' | 'OFF';
  /** Was zusammen mit den Mandanteneinstellungen gilt. */
  effective: EffectiveShopSwitchesDto;
}

/** Shop-Einstellungen eines Kunden. */
export class CustomerShopSettingsDto {
  /** Stand; als ETag in If-Match zu senden. */
  version: number;
  onlineShop: ShopOverridesStateDto;
  printerShop: ShopOverridesStateDto;
}

export function presentCustomerShopSettings(settings: SwitchesOfCustomer): CustomerShopSettingsDto {
  const state = (kind: ShopKind): ShopOverridesStateDto => {
    const { tenant, customer } = settings.of(kind);
    const { enabled, showPrices } = effectiveSwitches(tenant, customer);
    return {
      enabled: customer.enabled,
      showPrices: customer.showPrices,
      effective: { enabled, showPrices },
    };
  };
  return { version: settings.version, onlineShop: state('ONLINE_SHOP'), printerShop: state('PRINTER_SHOP') };
}
