import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n';
import { EntryLayout } from '../session/entry-layout';
import { type Me, signOut } from '../session/session';
import { failureText } from '../ui/failure';
import { Page } from '../ui/page';
import { useSay } from '../ui/status';

/** Staff who have logged in where their customers do. */
export function ForStaff({ me }: { readonly me: Me }): ReactNode {
  const { entry, common } = useTexts();
  const say = useSay();
  const router = useRouter();
  const leave = async (): Promise<void> => {
    try {
      await signOut(me);
      await router.invalidate();
    } catch (error) {
      say(failureText(error, common.failed));
    }
  };
  return (
    <EntryLayout>
      <Page title={entry.staff.title}>
        <p>{entry.staff.text}</p>
        <a href="/docs" className="button primary wide">
          {entry.staff.open}
        </a>
        <button type="button" className="button wide" onClick={() => void leave()}>
          {entry.logout}
        </button>
      </Page>
    </EntryLayout>
  );
}
