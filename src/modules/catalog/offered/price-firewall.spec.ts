import { DomainError } from '../../../platform/errors';
import { assertAsksNoPrice } from './price-firewall';

describe('where prices are hidden', () => {
  it.each([{}, { sort: 'name' }, { sort: 'number' }] as const)('%j is a fair question', (query) => {
    expect(() => assertAsksNoPrice(query)).not.toThrow();
  });

  it.each([
    [{ sort: 'netPriceCents' }, ['?sort']],
    [{ sort: '-netPriceCents' }, ['?sort']],
    [{ minNetPriceCents: 0 }, ['?minNetPriceCents']],
    [
      { sort: '-netPriceCents', minNetPriceCents: 1, maxNetPriceCents: 2 },
      ['?sort', '?minNetPriceCents', '?maxNetPriceCents'],
    ],
  ] as const)('%j is refused', (query, pointers) => {
    const refusal = refusalOf(() => assertAsksNoPrice(query));
    expect(refusal.code).toBe('catalog.prices-hidden');
    expect(refusal.details.fields?.map(({ pointer }) => pointer)).toEqual(pointers);
  });
});

function refusalOf(work: () => void): DomainError {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error;
  }
  throw new Error('Nothing was refused.');
}
