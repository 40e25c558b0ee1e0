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

interface Place {
  readonly name: keyof Texts['common']['nav'];
  readonly to: `/p/$slug${'' | '/tickets' | '/online-shop' | '/printer-shop' | '/devices' | '/orders'}`;
  readonly icon: LucideIcon;
  /** A shop that is closed is not there at all. */
  readonly isThere: (me: Me) => boolean;
  /** What waits there. */
  readonly count?: (overview: Overview) => number;
  /** What is there, in the overview. */
  readonly says?: (overview: Overview, texts: Texts) => string;
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
    says: ({ running, unread }, { overview: texts }) =>
      unread > 0 ? `${texts.runningCount(running)}, ${texts.unread(unread)}` : texts.runningCount(running),
  },
  {
    name: 'onlineShop',
    to: '/p/$slug/online-shop',
    icon: ShoppingBag,
    isThere: ({ shops }) => shops.onlineShop?.open ?? false,
    says: ({ carts }, { overview }) => cartText(carts.onlineShop, overview),
  },
  {
    name: 'printerShop',
    to: '/p/$slug/printer-shop',
    icon: Printer,
    isThere: ({ shops }) => shops.printerShop?.open ?? false,
    says: ({ carts }, { overview }) => cartText(carts.printerShop, overview),
  },
  {
    name: 'devices',
    to: '/p/$slug/devices',
    icon: MonitorSmartphone,
    isThere: ({ capabilities }) => capabilities.includes('DEVICES'),
    says: (_, { devices }) => devices.inOverview,
  },
  {
    name: 'orders',
    to: '/p/$slug/orders',
    icon: ClipboardList,
    isThere: () => true,
    count: ({ offersToAnswer }) => offersToAnswer.length,
    says: ({ openOrders }, { overview }) => overview.openOrders(openOrders),
  },
];

export function placesOf(me: Me): Place[] {
  return PLACES.filter(({ isThere }) => isThere(me));
}

function cartText(cart: Overview['carts']['onlineShop'], texts: Texts['overview']): string {
  return cart && cart.lines > 0 ? texts.cart(cart.lines) : texts.cartEmpty;
}
