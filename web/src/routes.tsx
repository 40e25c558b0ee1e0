import { createRoute, createRouter } from '@tanstack/react-router';
import { root } from './root-route';
import { leaveLogin, nextOf, requireLogin, rootSearch, toOwnPortal } from './session/guard';
import { rememberSearches } from './session/last-search';
import { lazy } from './session/lazy';
import { TenantLayout } from './session/tenant-layout';
import { readTenant } from './session/tenant';
import { Absent, FrameFailure, NotFound, RouteFailure } from './ui/route-states';
import { Skeleton } from './ui/feedback';
import { deviceSearch } from './portal/devices/search';
import { orderSearch, ordersSearch } from './portal/orders/search';
import { articleSearch, printerSearch } from './portal/shops/search';
import { newTicketSearch, ticketSearch } from './portal/tickets/search';
import type { staffRoutes } from './staff/routes';

// The sitemap. Pages are files of their own, loaded on navigation.

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: rootSearch,
  component: lazy(() => import('./session/start'), 'StartPage'),
});

// Mails held these addresses before a tenant's name was part of them.
const oldPassword = createRoute({
  getParentRoute: () => root,
  path: '/password',
  component: lazy(() => import('./session/set-password'), 'SetPasswordPage'),
});
const oldRegistration = createRoute({
  getParentRoute: () => root,
  path: '/registration',
  component: lazy(() => import('./session/confirm'), 'ConfirmPage'),
});
const oldTicket = createRoute({
  getParentRoute: () => root,
  path: '/tickets/$id',
  beforeLoad: ({ params }) => toOwnPortal(`/tickets/${params.id}`),
});
const oldOrder = createRoute({
  getParentRoute: () => root,
  path: '/orders/$id',
  beforeLoad: ({ params }) => toOwnPortal(`/orders/${params.id}`),
});

const tenant = createRoute({
  getParentRoute: () => root,
  path: '/p/$slug',
  loader: ({ params }) => readTenant(params.slug),
  staleTime: 300_000,
  component: TenantLayout,
  errorComponent: FrameFailure,
  notFoundComponent: NotFound,
});
const login = createRoute({
  getParentRoute: () => tenant,
  path: '/login',
  validateSearch: nextOf,
  beforeLoad: ({ params, search }) => leaveLogin(params.slug, search.next),
  component: lazy(() => import('./session/login'), 'LoginPage'),
});
const forgot = createRoute({
  getParentRoute: () => tenant,
  path: '/forgot',
  component: lazy(() => import('./session/forgot'), 'ForgotPage'),
});
const password = createRoute({
  getParentRoute: () => tenant,
  path: '/password',
  component: lazy(() => import('./session/set-password'), 'SetPasswordPage'),
});
const register = createRoute({
  getParentRoute: () => tenant,
  path: '/register',
  component: lazy(() => import('./session/register'), 'RegisterPage'),
});
const registration = createRoute({
  getParentRoute: () => tenant,
  path: '/registration',
  component: lazy(() => import('./session/confirm'), 'ConfirmPage'),
});

const portal = createRoute({
  getParentRoute: () => tenant,
  id: 'portal',
  beforeLoad: async ({ params, location }) => ({
    me: await requireLogin(params.slug, location.href, 'portal'),
  }),
  loader: async ({ context }) => (await import('./portal/layout')).enterPortal(context.me),
  component: lazy(() => import('./portal/layout'), 'PortalLayout'),
});
const overview = createRoute({
  getParentRoute: () => portal,
  path: '/',
  component: lazy(() => import('./portal/overview/page'), 'OverviewPage'),
});
const tickets = createRoute({
  getParentRoute: () => portal,
  path: '/tickets',
  validateSearch: ticketSearch,
  component: lazy(() => import('./portal/tickets/list-page'), 'TicketsPage'),
});
const newTicket = createRoute({
  getParentRoute: () => portal,
  path: '/tickets/new',
  validateSearch: newTicketSearch,
  component: lazy(() => import('./portal/tickets/new-page'), 'NewTicketPage'),
});
const ticket = createRoute({
  getParentRoute: () => portal,
  path: '/tickets/$id',
  component: lazy(() => import('./portal/tickets/ticket-page'), 'TicketPage'),
});
const devices = createRoute({
  getParentRoute: () => portal,
  path: '/devices',
  validateSearch: deviceSearch,
  component: lazy(() => import('./portal/devices/list-page'), 'DevicesPage'),
});
const onlineShop = createRoute({
  getParentRoute: () => portal,
  path: '/online-shop',
  validateSearch: articleSearch,
  component: lazy(() => import('./portal/shops/online-page'), 'OnlineShopPage'),
});
const article = createRoute({
  getParentRoute: () => portal,
  path: '/online-shop/articles/$id',
  component: lazy(() => import('./portal/shops/article-page'), 'ArticlePage'),
});
const onlineCart = createRoute({
  getParentRoute: () => portal,
  path: '/online-shop/cart',
  component: lazy(() => import('./portal/shops/cart-page'), 'OnlineCartPage'),
});
const printerShop = createRoute({
  getParentRoute: () => portal,
  path: '/printer-shop',
  validateSearch: printerSearch,
  component: lazy(() => import('./portal/shops/printers-page'), 'PrinterShopPage'),
});
const printer = createRoute({
  getParentRoute: () => portal,
  path: '/printer-shop/printers/$id',
  component: lazy(() => import('./portal/shops/printer-page'), 'PrinterPage'),
});
const printerCart = createRoute({
  getParentRoute: () => portal,
  path: '/printer-shop/cart',
  component: lazy(() => import('./portal/shops/cart-page'), 'PrinterCartPage'),
});
const orders = createRoute({
  getParentRoute: () => portal,
  path: '/orders',
  validateSearch: ordersSearch,
  component: lazy(() => import('./portal/orders/list-page'), 'OrdersPage'),
});
const order = createRoute({
  getParentRoute: () => portal,
  path: '/orders/$id',
  validateSearch: orderSearch,
  component: lazy(() => import('./portal/orders/order-page'), 'OrderPage'),
});
const account = createRoute({
  getParentRoute: () => portal,
  path: '/account',
  component: lazy(() => import('./portal/account/page'), 'AccountPage'),
});
const nowhere = createRoute({ getParentRoute: () => portal, path: '$', component: Absent });

const common = [start, oldPassword, oldRegistration, oldTicket, oldOrder];
const portalRoutes = tenant.addChildren([
  login,
  forgot,
  password,
  register,
  registration,
  portal.addChildren([
    overview,
    tickets,
    newTicket,
    ticket,
    devices,
    onlineShop,
    article,
    onlineCart,
    printerShop,
    printer,
    printerCart,
    orders,
    order,
    account,
    nowhere,
  ]),
]);

/** @param workplace what staff need besides; contacts do without it */
export function makeRouter(workplace?: typeof staffRoutes) {
  const router = createRouter({
    routeTree: root.addChildren([...common, portalRoutes, ...(workplace ? [workplace] : [])]),
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultErrorComponent: RouteFailure,
    defaultPendingComponent: () => <Skeleton />,
  });
  rememberSearches(router);
  return router;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
