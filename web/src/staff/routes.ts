import { createRoute, redirect } from '@tanstack/react-router';
import { root } from '../root-route';
import { leaveLogin, nextOf, requireLogin } from '../session/guard';
import { lazy } from '../session/lazy';
import { StaffTenantLayout } from '../session/tenant-layout';
import { readTenant } from '../session/tenant';
import { FrameFailure, NotFound } from '../ui/route-states';
import { auditSearch } from './admin/audit-search';
import { AdminsOnly } from './admins-only';
import { articleSearch, importSearch, wordSearch } from './catalog/search';
import { customerPageSearch, customerSearch } from './customers/search';
import { deviceSearch } from './devices/search';
import { inboxSearch } from './inbox/search';
import { orderSearch } from './orders/search';
import { statisticsSearch } from './statistics/search';
import { newTicketSearch, placeInList, ticketSearch } from './tickets/search';

// The sitemap of the workplace. Like its pages, it is loaded by staff alone.

const tenant = createRoute({
  getParentRoute: () => root,
  path: '/staff/$slug',
  loader: ({ params }) => readTenant(params.slug),
  staleTime: 300_000,
  component: StaffTenantLayout,
  errorComponent: FrameFailure,
  notFoundComponent: NotFound,
});
const login = createRoute({
  getParentRoute: () => tenant,
  path: '/login',
  validateSearch: nextOf,
  beforeLoad: ({ params, search }) => leaveLogin(params.slug, search.next),
  component: lazy(() => import('../session/login'), 'StaffLoginPage'),
});

const workplace = createRoute({
  getParentRoute: () => tenant,
  id: 'workplace',
  beforeLoad: async ({ params, location }) => ({
    me: await requireLogin(params.slug, location.href, 'staff'),
  }),
  loader: async ({ context }) => (await import('./layout')).enterWorkplace(context.me),
  component: lazy(() => import('./layout'), 'StaffLayout'),
});
const start = createRoute({
  getParentRoute: () => workplace,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/staff/$slug/inbox', params, replace: true });
  },
});
const inbox = createRoute({
  getParentRoute: () => workplace,
  path: '/inbox',
  validateSearch: inboxSearch,
  component: lazy(() => import('./inbox/inbox-page'), 'InboxPage'),
});
const inboxItem = createRoute({
  getParentRoute: () => inbox,
  path: '/$id',
  component: lazy(() => import('./inbox/item-page'), 'ItemPage'),
});
const tickets = createRoute({
  getParentRoute: () => workplace,
  path: '/tickets',
  validateSearch: ticketSearch,
  component: lazy(() => import('./tickets/list-page'), 'TicketsPage'),
});
const newTicket = createRoute({
  getParentRoute: () => workplace,
  path: '/tickets/new',
  validateSearch: newTicketSearch,
  component: lazy(() => import('./tickets/page'), 'RecordTicketPage'),
});
const ticket = createRoute({
  getParentRoute: () => workplace,
  path: '/tickets/$id',
  validateSearch: placeInList,
  component: lazy(() => import('./tickets/page'), 'TicketPage'),
});
const customers = createRoute({
  getParentRoute: () => workplace,
  path: '/customers',
  validateSearch: customerSearch,
  component: lazy(() => import('./customers/page'), 'CustomersPage'),
});
const customer = createRoute({
  getParentRoute: () => workplace,
  path: '/customers/$id',
  validateSearch: customerPageSearch,
  component: lazy(() => import('./customers/page'), 'CustomerPage'),
});
const orders = createRoute({
  getParentRoute: () => workplace,
  path: '/orders',
  validateSearch: orderSearch,
  component: lazy(() => import('./orders/page'), 'OrdersPage'),
});
const order = createRoute({
  getParentRoute: () => workplace,
  path: '/orders/$id',
  component: lazy(() => import('./orders/page'), 'OrderPage'),
});
const articles = createRoute({
  getParentRoute: () => workplace,
  path: '/catalog',
  validateSearch: articleSearch,
  component: lazy(() => import('./catalog/page'), 'ArticlesPage'),
});
const printerModels = createRoute({
  getParentRoute: () => workplace,
  path: '/catalog/printer-models',
  validateSearch: wordSearch,
  component: lazy(() => import('./catalog/page'), 'PrinterModelsPage'),
});
const printerModel = createRoute({
  getParentRoute: () => workplace,
  path: '/catalog/printer-models/$id',
  component: lazy(() => import('./catalog/page'), 'PrinterModelPage'),
});
const devices = createRoute({
  getParentRoute: () => workplace,
  path: '/catalog/devices',
  validateSearch: deviceSearch,
  component: lazy(() => import('./catalog/page'), 'DevicesPage'),
});
const imports = createRoute({
  getParentRoute: () => workplace,
  path: '/catalog/imports',
  validateSearch: importSearch,
  component: lazy(() => import('./catalog/imports-page'), 'ImportsPage'),
});
const statistics = createRoute({
  getParentRoute: () => workplace,
  path: '/statistics',
  validateSearch: statisticsSearch,
  component: lazy(() => import('./statistics/page'), 'StatisticsPage'),
});
const account = createRoute({
  getParentRoute: () => workplace,
  path: '/account',
  component: lazy(() => import('./account/page'), 'AccountPage'),
});
const administration = createRoute({
  getParentRoute: () => workplace,
  id: 'administration',
  beforeLoad: ({ context }) => {
    // Its pages are not even loaded then.
    if (!context.me.capabilities.includes('ADMINISTRATION')) throw new Error('For administrators only.');
  },
  errorComponent: AdminsOnly,
});
const settings = createRoute({
  getParentRoute: () => administration,
  path: '/settings',
  component: lazy(() => import('./admin/page'), 'SettingsPage'),
});
const brand = createRoute({
  getParentRoute: () => administration,
  path: '/brand',
  component: lazy(() => import('./admin/page'), 'BrandPage'),
});
const categories = createRoute({
  getParentRoute: () => administration,
  path: '/categories',
  component: lazy(() => import('./admin/page'), 'CategoriesPage'),
});
const cannedReplies = createRoute({
  getParentRoute: () => administration,
  path: '/canned-replies',
  component: lazy(() => import('./admin/page'), 'RepliesPage'),
});
const users = createRoute({
  getParentRoute: () => administration,
  path: '/users',
  component: lazy(() => import('./admin/page'), 'UsersPage'),
});
const audit = createRoute({
  getParentRoute: () => administration,
  path: '/audit',
  validateSearch: auditSearch,
  component: lazy(() => import('./admin/page'), 'AuditPage'),
});

const mails = createRoute({
  getParentRoute: () => administration,
  path: '/mails',
  component: lazy(() => import('./admin/page'), 'MailsPage'),
});
const firstSteps = createRoute({
  getParentRoute: () => administration,
  path: '/first-steps',
  component: lazy(() => import('./admin/page'), 'FirstStepsPage'),
});

export const staffRoutes = tenant.addChildren([
  login,
  workplace.addChildren([
    start,
    inbox.addChildren([inboxItem]),
    tickets,
    newTicket,
    ticket,
    customers,
    customer,
    orders,
    order,
    articles,
    printerModels,
    printerModel,
    devices,
    imports,
    statistics,
    account,
    administration.addChildren([settings, brand, categories, cannedReplies, users, audit, mails, firstSteps]),
  ]),
]);
