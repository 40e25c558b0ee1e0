import type { find as German } from '../de/find';

export const find: typeof German = {
  title: 'Search everything',
  placeholder: 'Name, number, address, telephone …',
  hint: 'Choose with the arrow keys, open with Enter, close with Esc.',
  results: 'Results',
  searching: 'Searching …',
  found: (count) =>
    count === 0 ? 'Nothing found' : count === 1 ? '1 result' : `${count} results, the best of each kind`,
  kinds: {
    CUSTOMER: 'Customers',
    CONTACT: 'Contacts',
    TICKET: 'Tickets',
    ORDER: 'Orders',
    ARTICLE: 'Articles',
    DEVICE: 'Devices',
    PRINTER_MODEL: 'Printer models',
  },
  places: 'Pages',
};
