import { CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useAccessTexts } from '../i18n/access-texts';
import { Page } from '../ui/page';
import { EntryLayout } from './entry-layout';
import { EntryLink } from './links';

interface EntryDoneProps {
  readonly title: string;
  readonly text: string;
  /** The login is what comes next, not only another way to go on. */
  readonly loginIsNext: boolean;
  readonly children?: ReactNode;
}

/** What the link of a mail was for is done: just now, or when it was opened before. */
export function EntryDone({ title, text, loginIsNext, children }: EntryDoneProps): ReactNode {
  const { forgot } = useAccessTexts();
  return (
    <EntryLayout key="done">
      <Page title={title}>
        <CircleCheck className="entry-sign" size={40} strokeWidth={1.5} aria-hidden />
        <p>{text}</p>
        <EntryLink to="login" className={loginIsNext ? 'button primary wide' : 'button wide'}>
          {forgot.toLogin}
        </EntryLink>
        {children}
      </Page>
    </EntryLayout>
  );
}
