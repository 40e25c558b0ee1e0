import { useQuery } from '@tanstack/react-query';
import { Link, useMatch } from '@tanstack/react-router';
import {
  Boxes,
  Building2,
  CircleUserRound,
  Inbox,
  MessagesSquare,
  Receipt,
  Settings,
  Wrench,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n';
import { Brand } from '../session/brand';
import { useCan, useMe } from '../session/me';
import { useTenant } from '../session/tenant';
import { inboxCountsQuery } from './inbox/queries';

const PLACES = [
  { name: 'inbox', to: '/staff/$slug/inbox', icon: Inbox },
  { name: 'tickets', to: '/staff/$slug/tickets', icon: MessagesSquare },
  { name: 'customers', to: '/staff/$slug/customers', icon: Building2 },
  { name: 'orders', to: '/staff/$slug/orders', icon: Receipt },
  { name: 'catalog', to: '/staff/$slug/catalog', icon: Boxes },
] as const;

/** A rail at the side; at the bottom on phones. */
export function Navigation(): ReactNode {
  const { common, staff } = useTexts();
  const me = useMe();
  const can = useCan();
  const administrates = useMatch({
    from: '/staff/$slug/workplace/administration',
    shouldThrow: false,
  });
  const { data: counts } = useQuery(inboxCountsQuery);
  const { slug } = useTenant();

  return (
    <header className="side no-print">
      <div className="side-head">
        <Link to="/staff/$slug" params={{ slug }} className="side-brand">
          <Brand />
        </Link>
      </div>
      <nav className="places" aria-label={common.navigation}>
        <ul>
          {PLACES.map(({ name, to, icon: Icon }) => (
            <li key={name}>
              <Link to={to} params={{ slug }}>
                <Icon size={20} aria-hidden />
                <span>{staff.nav[name]}</span>
                {name === 'inbox' && counts && counts.open > 0 && (
                  <span className="count">
                    {counts.open}
                    <span className="visually-hidden"> {staff.openItems}</span>
                  </span>
                )}
              </Link>
            </li>
          ))}
          {can('ADMINISTRATION') && (
            <li>
              <Link
                to="/staff/$slug/settings"
                params={{ slug }}
                aria-current={administrates ? 'page' : undefined}
              >
                <Settings size={20} aria-hidden />
                <span>{staff.nav.admin}</span>
              </Link>
            </li>
          )}
          <li>
            {/* What has no page here yet. */}
            <a href="/docs" target="_blank" rel="noreferrer">
              <Wrench size={20} aria-hidden />
              <span>{staff.nav.tools}</span>
            </a>
          </li>
        </ul>
      </nav>
      <Link to="/staff/$slug/account" params={{ slug }} className="person">
        <CircleUserRound size={24} aria-hidden />
        <span>
          <strong>{me.name}</strong>
          <span className="small">{staff.roles[me.role === 'ADMIN' ? 'ADMIN' : 'AGENT']}</span>
          <span className="visually-hidden">{common.nav.account}</span>
        </span>
      </Link>
    </header>
  );
}
