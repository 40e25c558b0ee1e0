import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What needs a database: the statements and mappings of rooms where a mistake is an order for something else. The suites
 * that have to notice run against the program in their own process.
 */
export const GROUPS = {
  shops: {
    rooms: ['modules/online-shop', 'modules/printer-shop'],
    suites: [
      'checkout',
      'checkout-without-prices',
      'online-shop',
      'online-orders',
      'printer-shop',
      'printer-orders',
      'ordering-again',
    ],
  },
  carts: {
    rooms: ['modules/ordering/carts', 'modules/ordering/submissions', 'modules/ordering/money'],
    suites: [
      'cart-changes',
      'checkout',
      'checkout-without-prices',
      'online-shop',
      'online-orders',
      'printer-shop',
      'printer-orders',
      'ordering-again',
      'portal-overview',
    ],
  },
  ordering: {
    rooms: [
      'modules/ordering/offers',
      'modules/ordering/orders',
      'modules/ordering/access',
      'modules/ordering/dto',
    ],
    suites: ['offers', 'expired-offers', 'online-shop', 'online-orders', 'inbox-orders', 'shop-settings'],
  },
  imports: {
    rooms: [
      'csv',
      'modules/catalog/articles',
      'modules/catalog/printer-models',
      'modules/contacts/customers',
    ],
    suites: ['catalog-files', 'customer-files', 'customer-file-texts', 'device-files'],
  },
};

/** Wiring and documentation are tried elsewhere: by the compiler, the start and the document's own checks. */
const NOTHING_TO_MUTATE = /\.spec\.ts$|\.module\.ts$|\.entity\.ts$|\.errors\.ts$|\.events\.ts$|\/index\.ts$/;

export function filesOf(group) {
  return GROUPS[group].rooms.flatMap((room) =>
    readdirSync(join('src', room), { recursive: true })
      .map((file) => join('src', room, file))
      .filter((file) => file.endsWith('.ts') && !NOTHING_TO_MUTATE.test(file)),
  );
}

/** Named by the environment; without one, the rules and their unit tests. */
export const GROUP = process.env.MUTATION_GROUP;
if (GROUP && !GROUPS[GROUP]) throw new Error(`MUTATION_GROUP is one of ${Object.keys(GROUPS).join(', ')}.`);
