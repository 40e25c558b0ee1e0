import type { changes as German } from '../de/changes';

export const changes: typeof German = {
  title: 'Something has changed',
  text: 'Nothing has been submitted. Please have a look, then send it once more.',
  what: {
    NOT_IN_SHOP: 'no longer available',
    PRINTER_NOT_AVAILABLE: 'the printer is no longer in the inventory',
    DOES_NOT_FIT: 'no longer fits this printer',
    PRICE_CHANGED: (from, to) => `price ${to}, before ${from}`,
    PRICE_NEW: (to) => `now has a price: ${to}`,
    PRICE_MISSING: 'no longer has a price',
    NUMBER_CHANGED: (from, to) => `number ${to}, before ${from}`,
    NAME_CHANGED: (from, to) => `is now called "${to}", before "${from}"`,
    UNIT_CHANGED: (from, to) => `unit ${to}, before ${from}`,
    KIND_CHANGED: (from, to) => `kind ${to}, before ${from}`,
    VAT_RATE_CHANGED: (from, to) => `VAT ${to}, before ${from}`,
    PRINTER_CHANGED: 'what is said about the printer is different',
  },
  now: {
    ORDER: 'The cart now becomes an order.',
    QUOTE_REQUEST: 'The cart now becomes a quote request.',
  },
};
