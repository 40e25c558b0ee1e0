import {
  ClipboardList,
  House,
  type LucideIcon,
  MessagesSquare,
  MonitorSmartphone,
  Printer,
  ShoppingBag,
} from 'lucide-react';
import type { Texts } from '../i18n';
import type { Me } from '../session/session';
import type { Overview } from './overview/query';

export type PlaceName = keyof Texts['common']['nav'];

interface Place {
  readonly name: PlaceName;
  readonly to: `/p/$slug${'' | '/tickets' | '/online-shop' | '/printer-shop' | '/devices' | '/orders'}`;
  readonly icon: LucideIcon;
  /** A shop that is closed is not there at all. */
  readonly isThere: (me: Me) => boolean;
  /** What waits there. */
  readonly count?: (overview: Overview) => number;
}

/** The places of the portal, in the order of the navigation. */
const PLACES: readonly Place[] = [
  { name: 'overview', to: '/p/$slug', icon: House, isThere: () => true },
  {
    name: 'tickets',
    to: '/p/$slug/tickets',
    icon: MessagesSquare,
    isThere: () => true,
    count: ({ waitingForMe }) => waitingForMe,
  },
  {
    name: 'onlineShop',
    to: '/p/$slug/online-shop',
    icon: ShoppingBag,
    isThere: ({ shops }) => shops.onlineShop?.open ?? false,
  },
  {
    name: 'printerShop',
    to: '/p/$slug/printer-shop',
    icon: Printer,
    isThere: ({ shops }) => shops.printerShop?.open ?? false,
  },
  {
    name: 'devices',
    to: '/p/$slug/devices',
    icon: MonitorSmartphone,
    isThere: ({ capabilities }) => capabilities.includes('DEVICES'),
  },
  {
    name: 'orders',
    to: '/p/$slug/orders',
    icon: ClipboardList,
    isThere: () => true,
    count: ({ offersToAnswer }) => offersToAnswer.length,
  },
];

export function placesOf(me: Me): Place[] {
  return PLACES.filter(({ isThere }) => isThere(me));
}
