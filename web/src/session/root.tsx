import { Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { OfflineBar } from '../ui/connection';
import { StatusRegion } from '../ui/status';

/** Around every page. */
export function Root(): ReactNode {
  return (
    <StatusRegion>
      <OfflineBar />
      <Outlet />
    </StatusRegion>
  );
}
