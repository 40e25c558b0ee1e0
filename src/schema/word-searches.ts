import type { WordSearch } from './word-search';

/** What is searched by words, besides tickets. Migrations have written it into the database: a change here is one there. */
export const WORD_SEARCHES: readonly WordSearch[] = [
  {
    table: 'customers',
    name: 'customer',
    codes: ['search_code(NEW.number)'],
    texts: ['NEW.name', 'NEW.number', 'NEW.postal_code', 'NEW.city'],
    columns: { number: 'search_words(NEW.number)' },
    likeness: 0.5,
  },
  {
    table: 'articles',
    name: 'article',
    codes: ['search_code(NEW.number)', 'search_code(NEW.manufacturer_number)', 'search_code(NEW.ean)'],
    texts: ['NEW.name', 'NEW.number', 'NEW.manufacturer', 'NEW.manufacturer_number', 'NEW.ean'],
    columns: { offered: '(NEW.active AND NEW.online_shop)' },
    scopes: { offered: 'boolean' },
  },
  {
    table: 'printer_models',
    name: 'printer_model',
    codes: ['search_code(NEW.name)'],
    texts: ['NEW.manufacturer', 'NEW.name'],
  },
  {
    table: 'devices',
    name: 'device',
    codes: ['search_code(NEW.serial_number)', 'search_code(NEW.asset_tag)'],
    texts: ['NEW.name', 'NEW.serial_number', 'NEW.asset_tag', 'NEW.location', 'NEW.room'],
    columns: {
      customer_id: 'NEW.customer_id',
      printer: `(NEW.printer_model_id IS NOT NULL AND NEW.status <> 'RETIRED')`,
    },
    scopes: { customer_id: 'uuid', printer: 'boolean' },
  },
  {
    table: 'orders',
    name: 'order',
    codes: ['search_code(NEW.reference)', 'search_code(NEW.cost_centre)'],
    texts: ['NEW.reference', 'NEW.cost_centre'],
    columns: { number: 'NEW.number', sequence: `substring(NEW.number from '\\d+$')::bigint` },
    numbered: true,
  },
];

/** As it is dialled within the country. */
const national = (column: string): string =>
  `regexp_replace(NEW.${column}, '^(?:\\+|00)49[ /-]*(?:\\(0\\))?[ /-]*', '0')`;

/** Contacts by name, address and telephone number, whichever way the number is grouped. */
export const CONTACT_SEARCH: WordSearch = {
  table: 'contacts',
  name: 'contact',
  codes: [
    'search_code(NEW.email)',
    ...['phone', 'mobile'].flatMap((column) => [
      `search_code(NEW.${column})`,
      `search_code(${national(column)})`,
    ]),
  ],
  texts: [
    'NEW.first_name',
    'NEW.last_name',
    'NEW.email',
    ...['phone', 'mobile'].flatMap((column) => [`NEW.${column}`, national(column)]),
  ],
  likeness: 0.5,
};
