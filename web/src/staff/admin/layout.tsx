import { Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCan } from '../../session/me';
import { Absent } from '../../ui/route-states';

/** For who may not administrate, there is nothing here. */
export function AdminLayout(): ReactNode {
  const can = useCan();
  return can('ADMINISTRATION') ? <Outlet /> : <Absent />;
}
