import type { overview as German } from '../de/overview';

export const overview: typeof German = {
  hello: (name) => `Hello, ${name}`,
  waiting: 'Waiting for you',
  waitingNone: 'Nothing is waiting for you right now.',
  waitingAll: (count) => `See all ${count}`,
  offer: (number) => `Offer for ${number}`,
  offerUntil: (date) => `valid until ${date}`,
  runningCount: (count) => {
    if (count === 0) return 'No open ticket';
    return count === 1 ? '1 open ticket' : `${count} open tickets`;
  },
  unread: (count) => (count === 1 ? '1 unread ticket' : `${count} unread tickets`),
  openOrders: (count) => {
    if (count === 0) return 'Nothing is open';
    return count === 1 ? '1 order or request is open' : `${count} orders and requests are open`;
  },
  cart: (lines) => (lines === 1 ? '1 item in the cart' : `${lines} items in the cart`),
  cartEmpty: 'The cart is empty',
  devices: 'Look them up and report faults',
  allTickets: 'All tickets',
  recent: 'Recently changed',
  none: 'No ticket yet',
  noneText: 'When something does not work or you need something, write to us.',
};
