import { QueryClientProvider } from '@tanstack/react-query';
import { Outlet, useNavigate, useRouteContext, useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { onSessionEnded } from '../api/client';
import { followEvents } from '../api/live';
import { queries } from '../api/queries';
import { useTexts } from '../i18n';
import { askForPassword, settlePassword } from '../session/ask';
import { LoginAgain } from '../session/login-again';
import { MeContext } from '../session/me';
import { nobodyIsHere, onSessionNews } from '../session/session';
import { ForStaff } from './for-staff';
import { InitialPassword } from './initial-password';
import { Navigation } from './navigation';
import '../styles/shell.css';

export { enterPortal } from './enter';

/** The frame of the portal for who is logged in. */
export function PortalLayout(): ReactNode {
  const { me } = useRouteContext({ from: '/p/$slug/portal' });
  const { common } = useTexts();
  const navigate = useNavigate();
  const router = useRouter();
  const { slug } = me.tenant;

  const leave = (ended: 'expired' | 'out'): void =>
    void navigate({ to: '/p/$slug/login', params: { slug }, search: { ended } });

  useEffect(
    () =>
      onSessionNews((news) => {
        if (news === 'ended') {
          nobodyIsHere();
          void navigate({ to: '/p/$slug/login', params: { slug }, search: { ended: 'out' } });
          return;
        }
        // Who has logged in again in another tab need not do so here; for somebody else everything begins anew.
        settlePassword(news.began === me.id);
        if (news.began !== me.id) location.reload();
      }),
    [navigate, slug, me.id],
  );
  // Whoever comes next may be another person.
  useEffect(() => () => queries.clear(), []);
  const works = me.kind === 'CONTACT' && !me.passwordChangeRequired;
  useEffect(() => (works ? followEvents(queries) : undefined), [works]);
  useEffect(() => {
    if (!works) return undefined;
    onSessionEnded(askForPassword);
    return () => {
      onSessionEnded(undefined);
      settlePassword(false);
    };
  }, [works]);

  if (me.kind === 'STAFF') return <ForStaff me={me} />;
  if (me.passwordChangeRequired) return <InitialPassword onDone={() => void router.invalidate()} />;
  return (
    <QueryClientProvider client={queries}>
      <MeContext value={me}>
        <a className="skip" href="#content">
          {common.skip}
        </a>
        <div className="shell">
          <Navigation />
          <main id="content" className="content" tabIndex={-1}>
            <Outlet />
          </main>
        </div>
        <LoginAgain onLeave={() => leave('expired')} />
      </MeContext>
    </QueryClientProvider>
  );
}
