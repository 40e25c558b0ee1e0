import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n';
import { useCan } from '../session/me';
import { useTenant } from '../session/tenant';
import { Dialog } from '../ui/dialog';
import { ADMIN_PLACES } from './admin/places';
import { ON_PHONES, PLACES } from './places';
import { UndeliveredCount } from './undelivered-count';

/** On phones: what has no room at the bottom, the pages of the administration among it. */
export function MorePlaces({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { staff, admin, common } = useTexts();
  const can = useCan();
  const { slug } = useTenant();
  const params = { slug };
  return (
    <Dialog title={staff.nav.more} onClose={onClose}>
      <nav className="sheet" aria-label={staff.nav.more}>
        <ul>
          {PLACES.slice(ON_PHONES).map(({ name, to, icon: Icon }) => (
            <li key={name}>
              <Link to={to} params={params} onClick={onClose}>
                <Icon size={20} aria-hidden />
                {staff.nav[name]}
              </Link>
            </li>
          ))}
          <li>
            <a href="/docs" target="_blank" rel="noreferrer">
              {staff.nav.tools}
            </a>
          </li>
        </ul>
        {can('ADMINISTRATION') && (
          <>
            <h3 id="sheet-admin">{admin.title}</h3>
            <ul aria-labelledby="sheet-admin">
              {ADMIN_PLACES.map(({ name, to }) => (
                <li key={name}>
                  <Link to={to} params={params} onClick={onClose}>
                    {admin.nav[name]}
                    {name === 'mails' && <UndeliveredCount />}
                  </Link>
                </li>
              ))}
            </ul>
          </>
        )}
      </nav>
      <div className="actions end">
        <button type="button" className="button" onClick={onClose}>
          {common.close}
        </button>
      </div>
    </Dialog>
  );
}
