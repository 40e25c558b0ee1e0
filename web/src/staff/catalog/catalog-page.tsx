import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useTenant } from '../../session/tenant';
import { Page } from '../../ui/page';
import '../../styles/table.css';
import '../../styles/staff-catalog.css';

const PLACES = [
  { name: 'articles', to: '/staff/$slug/catalog' },
  { name: 'models', to: '/staff/$slug/catalog/printer-models' },
  { name: 'devices', to: '/staff/$slug/catalog/devices' },
  { name: 'imports', to: '/staff/$slug/catalog/imports' },
] as const;

interface CatalogPageProps {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page of the catalog or the inventory, with the way to the others. */
export function CatalogPage({ title, actions, children }: CatalogPageProps): ReactNode {
  const { catalog } = useTexts();
  const { slug } = useTenant();
  return (
    <Page
      title={title}
      actions={actions}
      below={
        <div className="tools">
          <nav className="segments" aria-label={catalog.title}>
            {PLACES.map(({ name, to }) => (
              <Link
                key={name}
                to={to}
                params={{ slug }}
                activeOptions={{ includeSearch: false, exact: true }}
              >
                {catalog.nav[name]}
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
