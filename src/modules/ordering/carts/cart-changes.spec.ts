import { type Offer, type Offered, withoutPrice } from '../shop';
import type { CartLine } from './cart';
import { changesOf } from './cart-changes';

const offer: Offer = {
  number: 'TN-1',
  name: 'Toner',
  unit: 'Stück',
  vatRatePermille: 190,
  netPriceCents: 100,
  kind: 'Toner schwarz',
  printer: {
    id: 'p',
    name: 'Empfang',
    model: 'Brother HL-1',
    location: 'Köln',
    room: null,
    serialNumber: 'SN-1',
  },
};

const line = (offered: Offered, shown: Partial<CartLine> = {}): CartLine => ({
  id: 'l',
  articleId: 'a',
  printerId: 'p',
  number: 'TN-1',
  name: 'Toner',
  printerName: 'Empfang',
  quantity: 1,
  shownOffer: withoutPrice(offer),
  shownPriceCents: 100,
  offered,
  ...shown,
});

const changes = (...lines: CartLine[]): string[] => changesOf(lines).map(({ change }) => change);
const unpriced = { ...offer, netPriceCents: undefined };

describe('Changes since a line was put into the cart', () => {
  it('are none where it is offered as it was', () => {
    expect(changes(line(offer), line({ ...offer, printer: { ...offer.printer! } }))).toEqual([]);
    expect(changes(line(unpriced, { shownPriceCents: null }))).toEqual([]);
  });

  it.each([
    ['NUMBER_CHANGED', { number: 'TN-2' }],
    ['NAME_CHANGED', { name: 'Toner XL' }],
    ['UNIT_CHANGED', { unit: 'Karton' }],
    ['KIND_CHANGED', { kind: null }],
    ['VAT_RATE_CHANGED', { vatRatePermille: 70 }],
    ['PRINTER_CHANGED', { printer: { ...offer.printer!, room: '1.02' } }],
    ['PRICE_CHANGED', { netPriceCents: 101 }],
    ['PRICE_MISSING', { netPriceCents: undefined }],
  ] as const)('are told: %s', (expected, changed) => {
    const changedLine = line({ ...offer, ...changed });
    expect(changesOf([line(offer), changedLine])).toEqual([{ line: changedLine, change: expected }]);
  });

  it('are told one by one, line by line', () => {
    expect(
      changes(
        line({ ...offer, netPriceCents: 95, vatRatePermille: 70, name: 'Anderer Toner' }),
        line({ reason: 'NOT_IN_SHOP' }),
        line(offer, { shownPriceCents: null }),
      ),
    ).toEqual(['PRICE_CHANGED', 'NAME_CHANGED', 'VAT_RATE_CHANGED', 'NOT_IN_SHOP', 'PRICE_CHANGED']);
  });

  it('tell nothing of prices where they are hidden', () => {
    expect(changes(line(unpriced, { shownPriceCents: undefined }))).toEqual([]);
  });

  it('report nothing without a remembered offer', () => {
    expect(changes(line({ ...offer, name: 'Anderer' }, { shownOffer: null }))).toEqual([]);
    expect(changes(line({ ...offer, name: 'Anderer' }, { shownOffer: undefined }))).toEqual([]);
  });
});
