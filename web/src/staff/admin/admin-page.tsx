import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useTenant } from '../../session/tenant';
import { Page } from '../../ui/page';
import { UndeliveredCount } from '../undelivered-count';
import { ADMIN_PLACES } from './places';
import '../../styles/account.css';
import '../../styles/table.css';
import '../../styles/admin.css';

interface AdminPageProps {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page of the administration, with the way to the others. */
export function AdminPage({ title, actions, children }: AdminPageProps): ReactNode {
  const { admin } = useTexts();
  const { slug } = useTenant();
  return (
    <Page title={title} actions={actions}>
      <div className="admin">
        <nav className="admin-places no-print" aria-label={admin.title}>
          <ul>
            {ADMIN_PLACES.map(({ name, to }) => (
              <li key={name}>
                <Link to={to} params={{ slug }}>
                  {admin.nav[name]}
                  {name === 'mails' && <UndeliveredCount />}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="admin-page">{children}</div>
      </div>
    </Page>
  );
}
