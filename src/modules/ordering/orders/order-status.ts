/** What a cart becomes: prices shown, or not. */
export const ORDER_KINDS = ['ORDER', 'QUOTE_REQUEST'] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];

export const ORDER_STATUSES = [
  'RECEIVED',
  'ACCEPTED',
  'REJECTED',
  'OFFER_MADE',
  'OFFER_WITHDRAWN',
  'OFFER_ACCEPTED',
  'OFFER_DECLINED',
  'CANCELLED',
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** Somebody still has something to do: the tenant, or the customer who has an offer. */
export const OPEN_STATUSES: readonly OrderStatus[] = ['RECEIVED', 'OFFER_MADE'];

const WITH_OFFER: readonly OrderStatus[] = [
  'OFFER_MADE',
  'OFFER_WITHDRAWN',
  'OFFER_ACCEPTED',
  'OFFER_DECLINED',
];

/** A way to another status; some are open only while the offer holds. */
export interface Move {
  readonly to: OrderStatus;
  readonly whileOffer?: 'VALID';
}

const MOVES: Readonly<Record<OrderKind, Readonly<Partial<Record<OrderStatus, readonly Move[]>>>>> = {
  ORDER: {
    RECEIVED: [{ to: 'ACCEPTED' }, { to: 'REJECTED' }, { to: 'CANCELLED' }],
    ACCEPTED: [{ to: 'CANCELLED' }],
  },
  QUOTE_REQUEST: {
    RECEIVED: [{ to: 'OFFER_MADE' }, { to: 'REJECTED' }, { to: 'CANCELLED' }],
    OFFER_MADE: [
      { to: 'OFFER_ACCEPTED', whileOffer: 'VALID' },
      { to: 'OFFER_DECLINED' },
      { to: 'OFFER_MADE' },
      { to: 'OFFER_WITHDRAWN' },
    ],
    OFFER_WITHDRAWN: [{ to: 'OFFER_MADE' }],
    OFFER_DECLINED: [{ to: 'OFFER_MADE' }],
  },
};

/** Nothing where no way leads there. */
export function moveBetween(kind: OrderKind, from: OrderStatus, to: OrderStatus): Move | undefined {
  return MOVES[kind][from]?.find((move) => move.to === to);
}

/** Whether a thing of this kind can ever get there: an order gets no offer, a quote request is not accepted. */
export function knowsStatus(kind: OrderKind, status: OrderStatus): boolean {
  return Object.values(MOVES[kind]).some((moves) => moves.some(({ to }) => to === status));
}

/** Whether the customer may know the prices: they ordered at these, or these were offered to them. */
export function hasAgreedPrices({ kind, status }: { kind: OrderKind; status: OrderStatus }): boolean {
  return kind === 'ORDER' || WITH_OFFER.includes(status);
}
