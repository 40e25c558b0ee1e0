import { offeredArticle, offeredColumns, type OfferedRow } from './offered-article';

const row = {
  id: 'a',
  number: '1',
  name: 'Maus',
  description: null,
  manufacturer: 'Logi',
  manufacturerNumber: 'M1',
  ean: null,
  unit: 'Stück',
  category: 'Zubehör',
  imageVersion: '0f343b0931126a20',
  vatRatePermille: 190,
};
const article = { ...row, hasImage: true };

describe('What a shop shows of an article', () => {
  it('has a price only where one was read', () => {
    expect(offeredArticle({ ...row, netPriceCents: 0 })).toEqual({ ...article, netPriceCents: 0 });
    expect(offeredArticle({ ...row, netPriceCents: null })).toStrictEqual(article);
    expect(offeredArticle(row)).toStrictEqual(article);
  });

  it('is nothing that was read by accident', () => {
    expect(offeredArticle({ ...row, purchasePriceCents: 1 } as OfferedRow)).toStrictEqual(article);
  });

  it('is read with prices only where they are shown', () => {
    expect(offeredColumns(true)).toContain('t.net_price_cents AS "netPriceCents"');
    expect(offeredColumns(false)).not.toMatch(/price/i);
    expect(offeredColumns(false)).toMatch(/t\.number, .*"vatRatePermille"$/s);
    expect(offeredColumns(true).startsWith(`${offeredColumns(false)},`)).toBe(true);
  });
});
