import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { type OverviewTexts, useOverviewTexts } from '../../i18n/overview-texts';
import { useMe } from '../../session/me';
import { useTenant } from '../../session/tenant';
import { type PlaceName, placesOf } from '../places';
import type { Overview } from './query';

type Says = (overview: Overview, texts: OverviewTexts) => string;

/** What is in a place; of the overview itself nothing is said. */
const CONTENTS: Readonly<Partial<Record<PlaceName, Says>>> = {
  tickets: ({ running, unread }, texts) =>
    unread > 0 ? `${texts.runningCount(running)} · ${texts.unread(unread)}` : texts.runningCount(running),
  onlineShop: ({ carts }, texts) => cartText(carts.onlineShop, texts),
  printerShop: ({ carts }, texts) => cartText(carts.printerShop, texts),
  devices: (_, texts) => texts.devices,
  orders: ({ openOrders }, texts) => texts.openOrders(openOrders),
};

/** The places of the portal with what is in them. */
export function Tiles({ overview }: { readonly overview: Overview }): ReactNode {
  const { common } = useTexts();
  const texts = useOverviewTexts();
  const me = useMe();
  const { slug } = useTenant();
  return (
    <ul className="tiles">
      {placesOf(me).map(({ name, to, icon: Icon }) => {
        const says = CONTENTS[name];
        return (
          says && (
            <li key={name} className="tile">
              <Icon size={22} aria-hidden />
              <Link to={to} params={{ slug }}>
                {common.nav[name]}
              </Link>
              <span className="muted small">{says(overview, texts)}</span>
            </li>
          )
        );
      })}
    </ul>
  );
}

function cartText(cart: Overview['carts']['onlineShop'], texts: OverviewTexts): string {
  return cart && cart.lines > 0 ? texts.cart(cart.lines) : texts.cartEmpty;
}
