import type { Config } from '../../../config/config';
import { KeyRing } from '../../../platform/secrets/key-ring';
import type { Offer } from '../shop';
import type { CartLine } from './cart';
import { CartVersions, type ShownCart } from './cart-versions';

const versionsWith = (...secretKeys: string[]): CartVersions =>
  new CartVersions(new KeyRing({ secretKeys } as unknown as Config));
const versions = versionsWith('eins');

const printer = { id: 'p', name: 'Empfang', model: 'HL-1', location: 'Köln', room: '1', serialNumber: 'S1' };
const offer: Offer = {
  number: 'TN-1',
  name: 'Toner',
  unit: 'Stück',
  vatRatePermille: 190,
  netPriceCents: 100,
  kind: 'Toner schwarz',
  printer,
};
const line = (offered: Partial<Offer> = {}, besides: Partial<CartLine> = {}): CartLine => ({
  id: 'l',
  articleId: 'a',
  printerId: 'p',
  number: 'TN-0',
  name: 'Toner',
  printerName: 'Empfang',
  quantity: 2,
  offered: { ...offer, ...offered },
  ...besides,
});
const cart = (changed: Partial<ShownCart> = {}): ShownCart => ({
  shop: 'PRINTER_SHOP',
  contactId: 'c',
  mode: 'ORDER',
  totals: { netCents: 200, vat: [], grossCents: 238 },
  lines: [line()],
  terms: { url: 'https://example.com/agb', version: '1' },
  ...changed,
});
const other = (changed: Partial<ShownCart>): object => versions.compare(versions.of(cart()), cart(changed));

describe('The version of a cart', () => {
  it('is the same for the same cart', () => {
    expect(versions.of(cart())).toBe(versions.of(cart()));
    expect(other({})).toEqual({ sameLines: true, sameTerms: true });
  });

  it.each<[string, Partial<ShownCart>]>([
    ['a line more', { lines: [line(), line({}, { articleId: 'b' })] }],
    ['a line less', { lines: [] }],
    ['another article', { lines: [line({}, { articleId: 'b' })] }],
    ['another printer', { lines: [line({}, { printerId: 'q' })] }],
    ['another quantity', { lines: [line({}, { quantity: 3 })] }],
    ['another number', { lines: [line({ number: 'TN-2' })] }],
    ['another name', { lines: [line({ name: 'Toner XL' })] }],
    ['another unit', { lines: [line({ unit: 'Karton' })] }],
    ['another kind', { lines: [line({ kind: null })] }],
    ['another VAT rate', { lines: [line({ vatRatePermille: 70 })] }],
    ['another price', { lines: [line({ netPriceCents: 101 })] }],
    ['no price', { lines: [line({ netPriceCents: undefined })] }],
    ['a printer of another name', { lines: [line({ printer: { ...printer, name: 'Büro' } })] }],
    ['a printer of another model', { lines: [line({ printer: { ...printer, model: 'HL-2' } })] }],
    ['a printer elsewhere', { lines: [line({ printer: { ...printer, location: 'Bonn' } })] }],
    ['a printer in another room', { lines: [line({ printer: { ...printer, room: null } })] }],
    [
      'a printer of another serial number',
      { lines: [line({ printer: { ...printer, serialNumber: 'S2' } })] },
    ],
    ['a line that is gone', { lines: [line({}, { offered: { reason: 'NOT_IN_SHOP' } })] }],
    ['another mode', { mode: 'QUOTE_REQUEST' }],
    ['no totals', { totals: undefined }],
    ['another net total', { totals: { netCents: 201, vat: [], grossCents: 238 } }],
    ['another gross total', { totals: { netCents: 200, vat: [], grossCents: 239 } }],
  ])('is of other lines: %s', (_, changed) => {
    expect(other(changed)).toEqual({ sameLines: false, sameTerms: true });
  });

  it.each([
    ['another version', { url: 'https://example.com/agb', version: '2' }],
    ['another link', { url: 'https://example.com/agb-neu', version: '1' }],
    ['none', { url: null, version: null }],
  ])('is of other terms: %s', (_, terms) => {
    expect(other({ terms })).toEqual({ sameLines: true, sameTerms: false });
  });

  it('is of articles without a printer, too', () => {
    const online = (name: string): ShownCart =>
      cart({ shop: 'ONLINE_SHOP', lines: [line({ kind: null, printer: null, name }, { printerId: null })] });
    const version = versions.of(online('Maus'));
    expect(versions.compare(version, online('Maus'))).toEqual({ sameLines: true, sameTerms: true });
    expect(versions.compare(version, online('Kabel'))).toEqual({ sameLines: false, sameTerms: true });
  });

  it('knows two reasons and the order of lines apart', () => {
    const gone = (reason: 'NOT_IN_SHOP' | 'DOES_NOT_FIT'): ShownCart =>
      cart({ lines: [line({}, { offered: { reason } })] });
    expect(versions.of(gone('NOT_IN_SHOP'))).not.toBe(versions.of(gone('DOES_NOT_FIT')));
    const [a, b] = [line(), line({}, { articleId: 'b' })];
    expect(versions.of(cart({ lines: [a, b] }))).not.toBe(versions.of(cart({ lines: [b, a] })));
  });

  it('is good for one cart only', () => {
    const strange = { sameLines: false, sameTerms: false };
    expect(other({ contactId: 'd' })).toEqual(strange);
    expect(other({ shop: 'ONLINE_SHOP' })).toEqual(strange);
  });

  it.each(['', '.', 'x', 'x.y', '..', 'q4Jd…'])('is nothing that a client makes up: %p', (version) => {
    expect(versions.compare(version, cart())).toEqual({ sameLines: false, sameTerms: false });
  });

  it('still counts when the key was replaced, and depends on it', () => {
    const before = versionsWith('alt').of(cart());
    expect(versionsWith('neu', 'alt').compare(before, cart())).toEqual({ sameLines: true, sameTerms: true });
    expect(versionsWith('neu').compare(before, cart())).toEqual({ sameLines: false, sameTerms: false });
    expect(versionsWith('neu', 'alt').of(cart())).not.toBe(before);
  });

  it('tells lines and terms apart although both are hashes', () => {
    const [lines, terms] = versions.of(cart()).split('.');
    expect(versions.compare(`${terms}.${lines}`, cart())).toEqual({ sameLines: false, sameTerms: false });
  });
});
