import { effectiveSwitches, opening, type Override } from './shop-access.policy';

describe('Access to a shop', () => {
  const effective = (tenant: boolean, customer: Override): boolean =>
    effectiveSwitches({ enabled: tenant, showPrices: false }, { enabled: customer, showPrices: 'INHERIT' })
      .enabled;

  it.each([
    [true, 'INHERIT', true],
    [false, 'INHERIT', false],
    [true, 'OFF', false],
    [false, 'ON', true],
    [true, 'ON', true],
    [false, 'OFF', false],
  ] as const)('follows the customer before the tenant: %s, %s → %s', (tenant, customer, expected) => {
    expect(effective(tenant, customer)).toBe(expected);
  });

  it('decides about prices by their own switch', () => {
    const tenant = { enabled: true, showPrices: true };
    expect(effectiveSwitches(tenant, { enabled: 'INHERIT', showPrices: 'OFF' })).toEqual({
      enabled: true,
      showPrices: false,
    });
  });

  it('is closed whatever the price switch says', () => {
    expect(opening({ enabled: false, showPrices: true })).toBeUndefined();
    expect(opening({ enabled: true, showPrices: false })).toEqual({ showPrices: false });
    expect(opening({ enabled: true, showPrices: true })).toEqual({ showPrices: true });
  });
});
