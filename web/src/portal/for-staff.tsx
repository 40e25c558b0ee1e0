import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n';
import { EntryLayout } from '../session/entry-layout';
import { type Me, signOut } from '../session/session';
import { Page } from '../ui/page';

/** Staff who have logged in where their customers do. */
export function ForStaff({ me }: { readonly me: Me }): ReactNode {
  const { entry } = useTexts();
  const router = useRouter();
  const leave = async (): Promise<void> => {
    await signOut(me);
    await router.invalidate();
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
