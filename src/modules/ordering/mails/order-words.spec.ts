import { OrderLine } from '../orders/order-line.entity';
import { addressWords, dayWords, lineWords, money, orderKindWord, vatWords } from './order-words';

const line = (values: Partial<OrderLine>): OrderLine =>
  Object.assign(new OrderLine(), {
    quantity: 2,
    unit: 'Stück',
    number: 'TN-3600',
    name: 'Toner schwarz',
    printerName: null,
    printerLocation: null,
    netPriceCents: null,
    ...values,
  });

describe('What mails say of an order', () => {
  it('names it within a sentence as each language does', () => {
    expect(orderKindWord('QUOTE_REQUEST', 'de')).toBe('Angebotsanfrage');
    expect(orderKindWord('QUOTE_REQUEST', 'en')).toBe('quote request');
  });

  it('writes money as each language does', () => {
    expect(money(123_456, 'EUR', 'de')).toBe('1.234,56\u00a0€');
    expect(money(123_456, 'EUR', 'en')).toBe('€1,234.56');
    expect(money(1_998_000_000_000_000, 'EUR', 'de')).toBe('19.980.000.000.000,00\u00a0€');
  });

  it('lists each rate of tax', () => {
    const totals = {
      netCents: 200,
      vat: [
        { vatRatePermille: 190, netCents: 100, vatCents: 19 },
        { vatRatePermille: 81, netCents: 100, vatCents: 8 },
      ],
      grossCents: 227,
    };
    expect(vatWords(totals, 'EUR', 'de')).toBe('0,19\u00a0€ (19\u00a0%), 0,08\u00a0€ (8,1\u00a0%)');
    expect(vatWords(totals, 'EUR', 'en')).toBe('€0.19 (19%), €0.08 (8.1%)');
  });

  it('names printers, and prices only where there are any', () => {
    const lines = [
      line({ printerName: 'Empfang', printerLocation: 'Köln', netPriceCents: 8900 }),
      line({ quantity: 1 }),
    ];
    expect(lineWords(lines, 'EUR', 'de')).toBe(
      '2 Stück Toner schwarz (TN-3600) für Empfang, Köln, je 89,00\u00a0€\n1 Stück Toner schwarz (TN-3600)',
    );
  });

  it('writes addresses in one line, with countries by their names', () => {
    const address = { company: 'Bau AG', street: 'Ring 1', postalCode: '1010', city: 'Wien', country: 'AT' };
    expect(addressWords(address, 'de')).toBe('Bau AG, Ring 1, 1010 Wien, Österreich');
    expect(addressWords({ ...address, name: 'Tor 2' }, 'en')).toBe(
      'Bau AG, Tor 2, Ring 1, 1010 Wien, Austria',
    );
  });

  it('writes days', () => {
    expect(dayWords('2026-12-31', 'de')).toBe('31.12.2026');
    expect(dayWords('2026-12-31', 'en')).toBe('31 Dec 2026');
  });
});
