import { Outlet, useRouteContext } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Frame } from '../session/frame';
import { useCompanyEvents } from './company-events';
import { Navigation } from './navigation';

export { enterPortal } from './enter';

/** The frame of the portal for who is logged in. */
export function PortalLayout(): ReactNode {
  const { me } = useRouteContext({ from: '/p/$slug/portal' });
  useCompanyEvents();
  return (
    <Frame me={me} area="portal" navigation={<Navigation />}>
      <Outlet />
    </Frame>
  );
}
