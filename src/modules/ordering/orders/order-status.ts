/** What a cart becomes: prices shown, or not. */
export const ORDER_KINDS = ['ORDER', 'QUOTE_REQUEST'] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];

export const ORDER_STATUSES = [
  'RECEIVED',
  'ACCEPTED',
  'REJECTED',
  'OFFER_MADE',
  'OFFER_ACCEPTED',
  'OFFER_DECLINED',
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** Somebody still has something to do: the tenant, or the customer who has an offer. */
export const OPEN_STATUSES: readonly OrderStatus[] = ['RECEIVED', 'OFFER_MADE'];

const WITH_OFFER: readonly OrderStatus[] = ['OFFER_MADE', 'OFFER_ACCEPTED', 'OFFER_DECLINED'];

const TRANSITIONS: Readonly<
  Record<OrderKind, Readonly<Partial<Record<OrderStatus, readonly OrderStatus[]>>>>
> = {
  ORDER: { RECEIVED: ['ACCEPTED', 'REJECTED'] },
  QUOTE_REQUEST: {
    RECEIVED: ['OFFER_MADE', 'REJECTED'],
    OFFER_MADE: ['OFFER_ACCEPTED', 'OFFER_DECLINED'],
  },
};

export function mayMove(kind: OrderKind, from: OrderStatus, to: OrderStatus): boolean {
  return TRANSITIONS[kind][from]?.includes(to) ?? false;
}

/** Whether a thing of this kind can ever get there: an order gets no offer, a quote request is not accepted. */
export function knowsStatus(kind: OrderKind, status: OrderStatus): boolean {
  return Object.values(TRANSITIONS[kind]).some((targets) => targets.includes(status));
}

/** Whether the customer may know the prices: they ordered at these, or these were offered to them. */
export function hasAgreedPrices({ kind, status }: { kind: OrderKind; status: OrderStatus }): boolean {
  return kind === 'ORDER' || WITH_OFFER.includes(status);
}
