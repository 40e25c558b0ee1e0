import { Outlet, useLoaderData } from '@tanstack/react-router';
import { type ReactNode, useLayoutEffect } from 'react';
import { accentTokens } from '../ui/accent';
import { PortalName } from '../ui/page';
import { type Tenant, TenantContext } from './tenant';

/** Everything of one tenant's portal, before and after the login. */
export function TenantLayout(): ReactNode {
  return <OfTenant tenant={useLoaderData({ from: '/p/$slug' })} />;
}

/** The same of the workplace of its staff. */
export function StaffTenantLayout(): ReactNode {
  return <OfTenant tenant={useLoaderData({ from: '/staff/$slug' })} />;
}

function OfTenant({ tenant }: { readonly tenant: Tenant }): ReactNode {
  usePaint(tenant.accentColor);
  return (
    <TenantContext value={tenant}>
      <PortalName value={tenant.portalName}>
        <Outlet />
      </PortalName>
    </TenantContext>
  );
}

/** Before anything is seen. Through the object model, which the content security policy allows. */
function usePaint(accentColor: string | undefined): void {
  useLayoutEffect(() => {
    if (!accentColor) return undefined;
    const { style } = document.documentElement;
    const tokens = accentTokens(accentColor);
    for (const [name, value] of Object.entries(tokens)) style.setProperty(name, value);
    return () => Object.keys(tokens).forEach((name) => style.removeProperty(name));
  }, [accentColor]);
}
