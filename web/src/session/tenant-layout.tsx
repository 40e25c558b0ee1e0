import { Outlet, useLoaderData } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PortalName } from '../ui/page';
import { TenantContext } from './tenant';

/** Everything of one tenant's portal, before and after the login. */
export function TenantLayout(): ReactNode {
  const tenant = useLoaderData({ from: '/p/$slug' });
  return (
    <TenantContext value={tenant}>
      <PortalName value={tenant.portalName}>
        <Outlet />
      </PortalName>
    </TenantContext>
  );
}
