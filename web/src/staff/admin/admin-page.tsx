import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useTenant } from '../../session/tenant';
import { Page } from '../../ui/page';
import '../../styles/account.css';
import '../../styles/table.css';
import '../../styles/admin.css';

const PLACES = [
  { name: 'settings', to: '/staff/$slug/settings' },
  { name: 'brand', to: '/staff/$slug/brand' },
  { name: 'categories', to: '/staff/$slug/categories' },
  { name: 'replies', to: '/staff/$slug/canned-replies' },
  { name: 'users', to: '/staff/$slug/users' },
  { name: 'audit', to: '/staff/$slug/audit' },
] as const;

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
    <Page
      title={title}
      actions={actions}
      below={
        <div className="tools">
          <nav className="segments" aria-label={admin.title}>
            {PLACES.map(({ name, to }) => (
              <Link key={name} to={to} params={{ slug }}>
                {admin.nav[name]}
              </Link>
            ))}
          </nav>
        </div>
      }
    >
      {children}
    </Page>
  );
}
