import { offeredLines } from './offer-prices';

const line = (id: string) => ({ id, quantity: 2, vatRatePermille: 190, name: 'Maus' });
const price = (lineId: string, netPriceCents = 100) => ({ lineId, netPriceCents });

describe('An offer', () => {
  it('puts its prices to the lines, in whatever order they come', () => {
    expect(offeredLines([line('a'), line('b')], [price('b', 0), price('a', 5)])).toEqual([
      { id: 'a', quantity: 2, vatRatePermille: 190, netPriceCents: 5 },
      { id: 'b', quantity: 2, vatRatePermille: 190, netPriceCents: 0 },
    ]);
  });

  it.each([
    ['a line without a price', [price('a')]],
    ['a price for no line', [price('a'), price('c')]],
    ['two prices for a line', [price('a'), price('a')]],
    ['a price too many', [price('a'), price('b'), price('b')]],
    ['nothing', []],
  ])('is incomplete with %s', (_, prices) => {
    expect(offeredLines([line('a'), line('b')], prices)).toBeUndefined();
  });
});
