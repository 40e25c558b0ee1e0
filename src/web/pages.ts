import type { Actor } from '../platform/context/actor';

/** A page of the app, and what it takes to show it. */
export interface WebPage {
  /** Below the address of the tenant; `:id` stands for a part of it, `/*` at the end for whatever is below. */
  readonly path: string;
  /** Its modules, as the sitemap of the app imports them. */
  readonly files: readonly string[];
  /** What it asks of the API at once, where its address has nothing behind a `?`; exactly as its queries do. */
  readonly asks?: readonly string[];
  /** For others its address shows nothing of it. */
  readonly forRole?: Actor['role'];
}

/** What belongs to one kind of people: what every page of theirs needs, and the pages. */
export interface WebArea {
  readonly kind: Actor['kind'];
  /** The words of the area: files of a language are called by both. */
  readonly texts: string;
  readonly files: readonly string[];
  readonly asks: readonly string[];
  readonly pages: readonly WebPage[];
}

export const LOGIN: WebPage = { path: '/login', files: ['src/session/login.tsx'] };

/** Seen without being logged in, in both areas. */
export const ENTRY_PAGES: readonly WebPage[] = [
  LOGIN,
  { path: '/forgot', files: ['src/session/forgot.tsx'] },
  { path: '/password', files: ['src/session/set-password.tsx'] },
  { path: '/register', files: ['src/session/register.tsx'] },
  { path: '/registration', files: ['src/session/confirm.tsx'] },
];

const RUNNING = 'status=NEW&status=IN_PROGRESS&status=WAITING_FOR_CUSTOMER';
const ONLINE = '/portal/online-shop';
const PRINTERS = '/portal/printer-shop';

const PORTAL: WebArea = {
  kind: 'CONTACT',
  texts: 'portal',
  files: ['src/portal/layout.tsx'],
  asks: ['/portal/overview'],
  pages: [
    { path: '', files: ['src/portal/overview/page.tsx'], asks: [`/portal/tickets?${RUNNING}&limit=5`] },
    {
      path: '/tickets',
      files: ['src/portal/tickets/list-page.tsx'],
      asks: [`/portal/tickets?${RUNNING}&limit=25`],
    },
    {
      path: '/tickets/new',
      files: ['src/portal/tickets/new-page.tsx'],
      asks: ['/portal/ticket-categories', '/portal/devices?limit=100'],
    },
    {
      path: '/tickets/:id',
      files: ['src/portal/tickets/ticket-page.tsx'],
      asks: [
        '/portal/tickets/:id',
        '/portal/tickets/:id/comments?limit=50&sort=-createdAt',
        '/portal/tickets/:id/watchers',
      ],
    },
    { path: '/devices', files: ['src/portal/devices/list-page.tsx'], asks: ['/portal/devices'] },
    {
      path: '/online-shop',
      files: ['src/portal/shops/online-page.tsx'],
      asks: [`${ONLINE}/articles`, `${ONLINE}/categories`, `${ONLINE}/cart`],
    },
    {
      path: '/online-shop/articles/:id',
      files: ['src/portal/shops/article-page.tsx'],
      asks: [`${ONLINE}/articles/:id`, `${ONLINE}/cart`],
    },
    { path: '/online-shop/cart', files: ['src/portal/shops/cart-page.tsx'], asks: [`${ONLINE}/cart`] },
    {
      path: '/printer-shop',
      files: ['src/portal/shops/printers-page.tsx'],
      asks: [`${PRINTERS}/printers?limit=100`, `${PRINTERS}/cart`],
    },
    {
      path: '/printer-shop/printers/:id',
      files: ['src/portal/shops/printer-page.tsx'],
      asks: [`${PRINTERS}/printers/:id`, `${PRINTERS}/printers/:id/accessories`, `${PRINTERS}/cart`],
    },
    { path: '/printer-shop/cart', files: ['src/portal/shops/cart-page.tsx'], asks: [`${PRINTERS}/cart`] },
    { path: '/orders', files: ['src/portal/orders/list-page.tsx'], asks: ['/portal/orders'] },
    { path: '/orders/:id', files: ['src/portal/orders/order-page.tsx'], asks: ['/portal/orders/:id'] },
    { path: '/account', files: ['src/portal/account/page.tsx'] },
  ],
};

const INBOX = 'src/staff/inbox/inbox-page.tsx';
const UNDECIDED = '/staff/inbox-items?sort=createdAt&state=NEW&state=IN_PROGRESS&limit=50';

const TICKETS = 'src/staff/tickets/page.tsx';
const STATISTICS = '/staff/statistics';

/** Most folders of the workplace are one file, for all of their pages; with what its list asks for. */
const FOLDERS = [
  ['customers', '/staff/customers?limit=50'],
  ['orders', '/staff/orders?limit=50'],
  ['catalog', '/staff/articles?limit=50'],
] as const;

const STAFF: WebArea = {
  kind: 'STAFF',
  texts: 'staff',
  files: ['src/staff/layout.tsx'],
  asks: ['/staff/inbox-counts'],
  pages: [
    { path: '', files: [INBOX], asks: [UNDECIDED] },
    { path: '/inbox', files: [INBOX], asks: [UNDECIDED] },
    {
      path: '/inbox/:id',
      files: [INBOX, 'src/staff/inbox/item-page.tsx'],
      asks: [UNDECIDED, '/staff/inbox-items/:id'],
    },
    {
      path: '/tickets',
      files: ['src/staff/tickets/list-page.tsx'],
      asks: [
        `/staff/tickets?${RUNNING}&limit=50`,
        '/staff/me/ticket-filters',
        '/staff/ticket-categories',
        '/staff/users?limit=100',
      ],
    },
    {
      path: '/tickets/new',
      files: [TICKETS],
      asks: ['/staff/uploads/limits', '/staff/ticket-categories', '/staff/users?limit=100'],
    },
    {
      path: '/tickets/:id',
      files: [TICKETS],
      asks: [
        '/staff/tickets/:id',
        '/staff/tickets/:id/comments?limit=50&sort=-createdAt',
        '/staff/tickets/:id/watchers',
        '/staff/canned-replies',
        '/staff/ticket-categories',
        '/staff/uploads/limits',
      ],
    },
    {
      path: '/customers/:id',
      files: ['src/staff/customers/page.tsx'],
      asks: [
        '/staff/customers/:id/overview',
        '/staff/customers/:id/contacts?limit=100',
        '/staff/customers/:id/devices?limit=25',
        '/staff/customers/:id/shop-settings',
      ],
    },
    { path: '/orders/:id', files: ['src/staff/orders/page.tsx'], asks: ['/staff/orders/:id'] },
    {
      path: '/statistics',
      files: ['src/staff/statistics/page.tsx'],
      asks: [
        `${STATISTICS}/running-tickets`,
        ...['tickets', 'orders', 'articles', 'printers'].map((of) => `${STATISTICS}/${of}?months=6`),
      ],
    },
    { path: '/catalog/imports', files: ['src/staff/catalog/imports-page.tsx'] },
    ...FOLDERS.map(([name, asks]) => ({
      path: `/${name}`,
      files: [`src/staff/${name}/page.tsx`],
      asks: [asks],
    })),
    ...[...FOLDERS.map(([name]) => name), 'account'].map((name) => ({
      path: `/${name}/*`,
      files: [`src/staff/${name}/page.tsx`],
    })),
    // What is left is administration.
    { path: '/*', files: ['src/staff/admin/page.tsx'], forRole: 'ADMIN' },
  ],
};

/** By what comes before the tenant in an address. */
export const AREAS: Readonly<Record<string, WebArea>> = { p: PORTAL, staff: STAFF };

/** The first one that is meant: paths that say more come before those that say less. */
export function pageAt(pages: readonly WebPage[], path: string): WebPage | undefined {
  return pages.find((page) => patternOf(page).test(path));
}

function patternOf({ path }: WebPage): RegExp {
  return new RegExp(`^${path.replace(':id', '[\\w-]+').replace(/\/\*$/, '(?:/.*)?')}$`);
}
