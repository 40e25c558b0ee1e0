import { useNavigate } from '@tanstack/react-router';
import { LogOut } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useAccountTexts } from '../../i18n/account-texts';
import { failureText } from '../../ui/failure';
import { useAnnounce } from '../../ui/status';
import { areaOf, loginOf } from '../home';
import { useMe } from '../me';
import { signOut } from '../session';

/** Ends the session in every tab, and leads to the login of the area. */
export function LogOutButton(): ReactNode {
  const { common } = useTexts();
  const account = useAccountTexts();
  const me = useMe();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const leave = async (): Promise<void> => {
    try {
      await signOut(me);
    } catch (error) {
      announce(failureText(error, common.failed));
      return;
    }
    await navigate({
      to: loginOf(areaOf(me)),
      params: { slug: me.tenant.slug },
      search: { ended: 'out' },
    });
  };
  return (
    <button type="button" className="button" onClick={() => void leave()}>
      <LogOut size={18} aria-hidden />
      {account.logout}
    </button>
  );
}
