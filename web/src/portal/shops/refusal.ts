import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { isProblem } from '../../api/problems';
import { queries } from '../../api/queries';
import { useTexts } from '../../i18n';
import { forgetCurrentUser } from '../../session/session';
import { failureText } from '../../ui/failure';
import { useAnnounce } from '../../ui/status';

/** Says why the cart could not be changed. What is gone, or a shop that is closed, is then no longer shown either. */
export function useAnnounceRefusal(): (error: unknown) => void {
  const { common, shops } = useTexts();
  const announce = useAnnounce();
  const refreshMe = useRefreshMe();
  return (error) => {
    const isGone = isProblem(error, 404);
    announce(isGone ? shops.cart.gone : failureText(error, common.failed));
    if (isGone) void refreshMe().then(() => queries.invalidateQueries());
  };
}

/** Which shops are open and show prices is part of who is here. */
export function useRefreshMe(): () => Promise<void> {
  const router = useRouter();
  return useCallback(async () => {
    forgetCurrentUser();
    await router.invalidate();
  }, [router]);
}
