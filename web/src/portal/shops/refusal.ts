import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { isProblem } from '../../api/problems';
import { queries } from '../../api/queries';
import { useTexts } from '../../i18n';
import { forgetWhoIsHere } from '../../session/session';
import { failureText } from '../../ui/failure';
import { useSay } from '../../ui/status';

/** Says why the cart could not be changed. What is gone, or a shop that is closed, is then no longer shown either. */
export function useSayRefusal(): (error: unknown) => void {
  const { common, shops } = useTexts();
  const say = useSay();
  const refreshMe = useRefreshMe();
  return (error) => {
    const isGone = isProblem(error, 404);
    say(isGone ? shops.cart.gone : failureText(error, common.failed));
    if (isGone) void Promise.all([queries.invalidateQueries(), refreshMe()]);
  };
}

/** Which shops are open and show prices is part of who is here. */
export function useRefreshMe(): () => Promise<void> {
  const router = useRouter();
  return useCallback(async () => {
    forgetWhoIsHere();
    await router.invalidate();
  }, [router]);
}
