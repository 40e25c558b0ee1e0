import { offeredArticle, offeredColumns, type OfferedRow } from './offered-article';

const article = {
  id: 'a',
  number: '1',
  name: 'Maus',
  description: null,
  manufacturer: 'Logi',
  manufacturerNumber: 'M1',
  ean: null,
  unit: 'Stück',
  category: 'Zubehör',
  hasImage: true,
  vatRatePermille: 190,
};

describe('What a shop shows of an article', () => {
  it('has a price only where one was read', () => {
    expect(offeredArticle({ ...article, netPriceCents: 0 })).toEqual({ ...article, netPriceCents: 0 });
    expect(offeredArticle({ ...article, netPriceCents: null })).toStrictEqual(article);
    expect(offeredArticle(article)).toStrictEqual(article);
  });

  it('is nothing that was read by accident', () => {
    expect(offeredArticle({ ...article, purchasePriceCents: 1 } as OfferedRow)).toStrictEqual(article);
  });

  it('is read with prices only where they are shown', () => {
    expect(offeredColumns(true)).toContain('t.net_price_cents AS "netPriceCents"');
    expect(offeredColumns(false)).not.toMatch(/price/i);
    expect(offeredColumns(false)).toMatch(/t\.number, .*"vatRatePermille"$/s);
    expect(offeredColumns(true).startsWith(`${offeredColumns(false)},`)).toBe(true);
  });
});
