import { useQuery } from '@tanstack/react-query';
import { Link, useMatch } from '@tanstack/react-router';
import { CircleUserRound, Ellipsis, Settings, Wrench } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTexts } from '../i18n';
import { Brand } from '../session/brand';
import { useCan, useMe } from '../session/me';
import { useTenant } from '../session/tenant';
import { showWaiting } from '../ui/window-title';
import { FindButton } from './find/find-button';
import { inboxCountsQuery } from './inbox/queries';
import { MorePlaces } from './more-places';
import { ON_PHONES, PLACES } from './places';
import { UndeliveredCount } from './undelivered-count';

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
  const waiting = counts?.open ?? 0;
  useEffect(() => {
    showWaiting(waiting);
    return () => showWaiting(0);
  }, [waiting]);
  const { slug } = useTenant();
  const [more, setMore] = useState(false);

  return (
    <header className="side no-print">
      <div className="side-head">
        <Link to="/staff/$slug" params={{ slug }} className="side-brand">
          <Brand />
        </Link>
      </div>
      <FindButton />
      <nav className="places" aria-label={common.navigation}>
        <ul>
          {PLACES.map(({ name, to, icon: Icon }, index) => (
            <li key={name} className={index < ON_PHONES ? undefined : 'beyond'}>
              <Link to={to} params={{ slug }}>
                <Icon size={20} aria-hidden />
                <span>{staff.nav[name]}</span>
                {name === 'inbox' && waiting > 0 && (
                  <span className="count">
                    {waiting}
                    <span className="visually-hidden"> {staff.openItems}</span>
                  </span>
                )}
              </Link>
            </li>
          ))}
          {can('ADMINISTRATION') && (
            <li className="beyond">
              <Link
                to="/staff/$slug/settings"
                params={{ slug }}
                aria-current={administrates ? 'page' : undefined}
              >
                <Settings size={20} aria-hidden />
                <span>{staff.nav.admin}</span>
                <UndeliveredCount />
              </Link>
            </li>
          )}
          <li className="beyond">
            {/* For integrators. */}
            <a href="/docs" target="_blank" rel="noreferrer">
              <Wrench size={20} aria-hidden />
              <span>{staff.nav.tools}</span>
            </a>
          </li>
          <li className="more">
            <button type="button" aria-haspopup="dialog" onClick={() => setMore(true)}>
              <Ellipsis size={20} aria-hidden />
              <span>{staff.nav.more}</span>
              <UndeliveredCount />
            </button>
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
      {more && <MorePlaces onClose={() => setMore(false)} />}
    </header>
  );
}
