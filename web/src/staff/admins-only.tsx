import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n';
import { useTenant } from '../session/tenant';
import { Page } from '../ui/page';

/** In the place of the administration's pages, for who may not administrate. */
export function AdminsOnly(): ReactNode {
  const { adminsOnly: texts, nav } = useTexts().staff;
  const { slug } = useTenant();
  return (
    <Page title={texts.title}>
      <p className="muted">{texts.text}</p>
      <p>
        <Link to="/staff/$slug/inbox" params={{ slug }} className="button">
          {nav.inbox}
        </Link>
      </p>
    </Page>
  );
}
