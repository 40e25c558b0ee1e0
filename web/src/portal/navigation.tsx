import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleUserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n';
import { Brand } from '../session/brand';
import { useMe } from '../session/me';
import { useTenant } from '../session/tenant';
import { overviewQuery } from './overview/query';
import { placesOf } from './places';

/** At the side; at the bottom on phones. A shop that is closed is not there. */
export function Navigation(): ReactNode {
  const { common } = useTexts();
  const me = useMe();
  const { data: overview } = useQuery(overviewQuery);
  const { slug } = useTenant();

  return (
    <header className="side no-print">
      <div className="side-head">
        <Link to="/p/$slug" params={{ slug }} className="side-brand">
          <Brand />
        </Link>
      </div>
      <nav className="places" aria-label={common.navigation}>
        <ul>
          {placesOf(me).map(({ name, to, icon: Icon, count }) => (
            <li key={name} data-place={name}>
              <Link to={to} params={{ slug }} activeOptions={{ exact: name === 'overview' }}>
                <Icon size={20} aria-hidden />
                <span>{common.nav[name]}</span>
                <Count of={overview && count?.(overview)} />
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Link to="/p/$slug/account" params={{ slug }} className="person">
        <CircleUserRound size={24} aria-hidden />
        <span>
          <strong>{me.name}</strong>
          <span className="small">{me.companies[0]?.name}</span>
          <span className="visually-hidden">{common.nav.account}</span>
        </span>
      </Link>
    </header>
  );
}

function Count({ of }: { readonly of: number | undefined }): ReactNode {
  return of ? <span className="count">{of}</span> : null;
}
