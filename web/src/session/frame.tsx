import { QueryClientProvider } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect } from 'react';
import { onSessionEnded } from '../api/client';
import { followEvents } from '../api/live';
import { queries } from '../api/queries';
import { useTexts } from '../i18n';
import { askForPassword, settlePassword, usePasswordAsked } from './ask';
import type { Ended } from './guard';
import { type Area, loginOf } from './home';
import { forgetDrafts } from './forget-drafts';
import { MeContext } from './me';
import { hasChanged, isAccessEnded, type Me, clearCurrentUser, onSessionNews } from './session';
import { lazyPart } from '../ui/lazy-part';
import '../styles/shell.css';
import '../styles/shell-narrow.css';

/** Of files of their own: hardly anybody meets them. */
const LoginAgain = lazyPart(async () => (await import('./login-again')).LoginAgain);
const InitialPassword = lazyPart(async () => (await import('./initial-password')).InitialPassword);

interface FrameProps {
  readonly me: Me;
  readonly area: Area;
  readonly navigation: ReactNode;
  readonly children: ReactNode;
}

/** Around everything that is seen by who is logged in; what it shows keeps up with the session and with events. */
export function Frame({ me, area, navigation, children }: FrameProps): ReactNode {
  const { common } = useTexts();
  const navigate = useNavigate();
  const router = useRouter();
  const asked = usePasswordAsked();
  const { slug } = me.tenant;
  const to = loginOf(area);

  const leave = useCallback(
    (ended: Ended): void => {
      forgetDrafts(me.id);
      clearCurrentUser();
      void navigate({ to, params: { slug }, search: { ended } });
    },
    [me.id, navigate, to, slug],
  );

  useEffect(
    () =>
      onSessionNews((news) => {
        if (news === 'ended') {
          leave('out');
          return;
        }
        // After the same user's login in another tab the page goes on; for another user everything begins anew.
        settlePassword(news.began === me.id);
        if (news.began !== me.id) location.reload();
      }),
    [leave, me.id],
  );
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState !== 'visible') return;
      void hasChanged(me).then(
        (changed) => (changed ? router.invalidate() : undefined),
        () => undefined,
      );
    };
    addEventListener('visibilitychange', look);
    return () => removeEventListener('visibilitychange', look);
  }, [me, router]);
  // The next user may be another person.
  useEffect(() => () => queries.clear(), []);
  const works = !me.passwordChangeRequired;
  useEffect(() => (works ? followEvents(queries, area) : undefined), [works, area]);
  useEffect(() => {
    if (!works) return undefined;
    onSessionEnded(async () => {
      if (!(await isAccessEnded().catch(() => false))) return askForPassword();
      leave('access');
      return false;
    });
    return () => {
      onSessionEnded(undefined);
      settlePassword(false);
    };
  }, [works, leave]);

  if (!works) return <InitialPassword onDone={() => void router.invalidate()} />;
  return (
    <QueryClientProvider client={queries}>
      <MeContext value={me}>
        <a className="skip" href="#content">
          {common.skip}
        </a>
        <div className={area === 'staff' ? 'shell workplace' : 'shell'}>
          {navigation}
          <main id="content" className="content" tabIndex={-1}>
            {children}
          </main>
        </div>
        {asked && <LoginAgain onLeave={() => leave('expired')} />}
      </MeContext>
    </QueryClientProvider>
  );
}
