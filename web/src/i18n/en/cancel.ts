import type { cancel as German } from '../de/cancel';

export const cancel: typeof German = {
  keep: 'Keep it',
  ask: { ORDER: 'Cancel the order?', QUOTE_REQUEST: 'Withdraw the request?' },
  text: 'You can do so as long as nobody has worked on it.',
  reason: 'Reason',
  done: {
    ORDER: 'The order has been cancelled.',
    QUOTE_REQUEST: 'The quote request has been withdrawn.',
  },
};
