/** What a customer's own setting says: the tenant's, or on or off whatever the tenant's is. */
export const OVERRIDES = ['INHERIT', 'ON', 'OFF'] as const;
export type Override = (typeof OVERRIDES)[number];

/** The two switches of a shop. */
export interface ShopSwitches<State = boolean> {
  readonly enabled: State;
  readonly showPrices: State;
}

/** What holds for a customer. */
export function effectiveSwitches(tenant: ShopSwitches, customer: ShopSwitches<Override>): ShopSwitches {
  return {
    enabled: overridden(tenant.enabled, customer.enabled),
    showPrices: overridden(tenant.showPrices, customer.showPrices),
  };
}

/** How a shop is open to a customer; nothing where it is closed. The one place that decides whether prices show. */
export function opening({ enabled, showPrices }: ShopSwitches): { readonly showPrices: boolean } | undefined {
  return enabled ? { showPrices } : undefined;
}

function overridden(tenant: boolean, customer: Override): boolean {
  return customer === 'INHERIT' ? tenant : customer === 'ON';
}
