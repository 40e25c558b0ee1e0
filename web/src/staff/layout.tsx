import { Outlet, useRouteContext } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { queries } from '../api/queries';
import { loadTextsOf } from '../i18n';
import { Frame } from '../session/frame';
import type { Me } from '../session/session';
import { inboxCountsQuery } from './inbox/queries';
import { HelpByKey } from './keys/help-by-key';
import { Navigation } from './navigation';
import { Notifications } from './notifications/notifications';
import '../styles/workplace.css';
import '../styles/more-places.css';

/** What the frame of the workplace needs: its words, and on the way already what it shows; with an initial password that is refused. */
export async function enterWorkplace({ passwordChangeRequired }: Me): Promise<void> {
  if (!passwordChangeRequired) void queries.query(inboxCountsQuery).catch(() => undefined);
  await loadTextsOf('staff');
}

/** The frame of the workplace for staff who are logged in. */
export function StaffLayout(): ReactNode {
  const { me } = useRouteContext({ from: '/staff/$slug/workplace' });
  return (
    <Frame me={me} area="staff" navigation={<Navigation />}>
      <Notifications />
      <HelpByKey />
      <Outlet />
    </Frame>
  );
}
