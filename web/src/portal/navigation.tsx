import { Link } from '@tanstack/react-router';
import { CircleUserRound, House, type LucideIcon, MessagesSquare } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n';
import { Brand } from '../session/brand';
import { useMe } from '../session/me';
import { useTenant } from '../session/tenant';

type Place = 'overview' | 'tickets';

const PLACES = {
  overview: { to: '/p/$slug', icon: House },
  tickets: { to: '/p/$slug/tickets', icon: MessagesSquare },
} as const satisfies Record<Place, { to: string; icon: LucideIcon }>;

/** At the side; at the bottom on phones. A shop that is closed is not there. */
export function Navigation(): ReactNode {
  const { common } = useTexts();
  const { name, companies } = useMe();
  const { slug, name: tenantName, portalName } = useTenant();

  const places = Object.keys(PLACES) as Place[];
  return (
    <header className="side no-print">
      <div className="side-head">
        <Link to="/p/$slug" params={{ slug }} className="side-brand">
          <Brand name={portalName} of={tenantName} />
        </Link>
      </div>
      <nav className="places" aria-label={common.navigation}>
        <ul>
          {places.map((place) => {
            const { to, icon: Icon } = PLACES[place];
            return (
              <li key={place}>
                <Link to={to} params={{ slug }} activeOptions={{ exact: place === 'overview' }}>
                  <Icon size={20} aria-hidden />
                  <span>{common.nav[place]}</span>
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
      <Link to="/p/$slug/account" params={{ slug }} className="person">
        <CircleUserRound size={24} aria-hidden />
        <span>
          <strong>{name}</strong>
          <span className="small">{companies[0]?.name}</span>
          <span className="visually-hidden">{common.nav.account}</span>
        </span>
      </Link>
    </header>
  );
}
