import { Boxes, Building2, ChartColumn, Inbox, type LucideIcon, MessagesSquare, Receipt } from 'lucide-react';

/** The places of the workplace, in the order in which they are needed. */
export const PLACES = [
  { name: 'inbox', to: '/staff/$slug/inbox', icon: Inbox },
  { name: 'tickets', to: '/staff/$slug/tickets', icon: MessagesSquare },
  { name: 'customers', to: '/staff/$slug/customers', icon: Building2 },
  { name: 'orders', to: '/staff/$slug/orders', icon: Receipt },
  { name: 'catalog', to: '/staff/$slug/catalog', icon: Boxes },
  { name: 'statistics', to: '/staff/$slug/statistics', icon: ChartColumn },
] as const satisfies readonly { name: string; to: string; icon: LucideIcon }[];

/** So many have room at the bottom of a phone; the others are behind "more". */
export const ON_PHONES = 4;
