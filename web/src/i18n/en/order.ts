import type { order as German } from '../de/order';

export const order: typeof German = {
  by: 'Ordered by',
  reference: 'Your reference',
  costCentre: 'Cost centre',
  note: 'Note',
  address: 'Delivery address',
  terms: 'Terms',
  details: 'Details',
  lines: 'Items',
  article: 'Article',
  quantity: 'Quantity',
  price: 'Price',
  lineTotal: 'Total',
  history: 'History',
  events: {
    created: 'Received',
    fromOffer: 'Offer accepted, binding order placed',
    decided: { ACCEPTED: 'Confirmed', REJECTED: 'Rejected', OFFER: 'Offer received' },
    answered: { OFFER_ACCEPTED: 'Offer accepted', OFFER_DECLINED: 'Offer declined' },
    withdrawn: 'Offer withdrawn',
    cancelled: { CUSTOMER: 'Cancelled by your company', STAFF: 'Cancelled by your IT provider' },
  },
  binding: 'This order comes from the accepted offer: it is binding and is being processed.',
  fromRequest: (number) => `From request ${number}`,
  becameOrder: (number) => `Go to order ${number}`,
  print: 'Print',
  again: { ORDER: 'Order again', QUOTE_REQUEST: 'Ask again' },
  inCart: {
    ORDER: "Everything is in the cart, at today's prices.",
    QUOTE_REQUEST: 'Everything is in the cart.',
  },
};
