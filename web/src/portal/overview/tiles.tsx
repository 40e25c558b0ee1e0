import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useMe } from '../../session/me';
import { useTenant } from '../../session/tenant';
import { placesOf } from '../places';
import type { Overview } from './query';

/** The places of the portal with what is in them. */
export function Tiles({ overview }: { readonly overview: Overview }): ReactNode {
  const texts = useTexts();
  const me = useMe();
  const { slug } = useTenant();
  return (
    <ul className="tiles">
      {placesOf(me).map(
        ({ name, to, icon: Icon, says }) =>
          says && (
            <li key={name} className="tile">
              <Icon size={22} aria-hidden />
              <Link to={to} params={{ slug }}>
                {texts.common.nav[name]}
              </Link>
              <span className="muted small">{says(overview, texts)}</span>
            </li>
          ),
      )}
    </ul>
  );
}
