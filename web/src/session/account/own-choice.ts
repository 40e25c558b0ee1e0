import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema';
import { useTexts } from '../../i18n';
import { useAccountTexts } from '../../i18n/account-texts';
import { failureText } from '../../ui/failure';
import { useAnnounce } from '../../ui/status';
import { forgetCurrentUser } from '../session';

/** A choice of one's own about mails that shows and holds at once; what could not be saved is shown as it was. */
export function useOwnChoice<Value>(
  now: Value,
  changeOf: (next: Value) => components['schemas']['UpdateMeDto'],
): [Value, (next: Value) => Promise<void>] {
  const { common } = useTexts();
  const account = useAccountTexts();
  const router = useRouter();
  const announce = useAnnounce();
  const [chosen, setChosen] = useState(now);

  const choose = async (next: Value): Promise<void> => {
    setChosen(next);
    try {
      unwrap(await api.PATCH('/api/v1/auth/me', { body: changeOf(next) }));
      announce(account.mails.saved);
      forgetCurrentUser();
      await router.invalidate();
    } catch (error) {
      setChosen(chosen);
      announce(failureText(error, common.failed));
    }
  };
  return [chosen, choose];
}
