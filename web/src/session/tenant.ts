import { createContext, useContext } from 'react';
import { api, unwrap } from '../api/client';
import type { components } from '../api/schema';

export type Tenant = components['schemas']['PublicTenantDto'];

export const TenantContext = createContext<Tenant | undefined>(undefined);

export function useTenant(): Tenant {
  const tenant = useContext(TenantContext);
  if (!tenant) throw new Error('This page belongs to no tenant.');
  return tenant;
}

/** What anybody may know of a tenant. @throws Problem 404 */
export async function readTenant(slug: string): Promise<Tenant> {
  return unwrap(await api.GET('/api/v1/public/tenants/{slug}', { params: { path: { slug } } }));
}
