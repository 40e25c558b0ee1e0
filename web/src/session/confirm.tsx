import { CircleCheck } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { api, unwrap } from '../api/client';
import { useAccessTexts } from '../i18n/access-texts';
import { Form, Submit } from '../ui/form';
import { Page } from '../ui/page';
import { EntryLayout } from './entry-layout';
import { tokenOfLink, EntryLink } from './links';

/** Where the link of a registration's mail leads. Opening it confirms nothing. */
export function ConfirmPage(): ReactNode {
  const { confirm } = useAccessTexts();
  const [token] = useState(tokenOfLink);
  const [done, setDone] = useState(false);
  const send = async (): Promise<void> => {
    unwrap(
      await api.POST('/api/v1/public/registrations/confirmations', { body: { token: token ?? 'missing' } }),
    );
    setDone(true);
  };
  if (done) {
    return (
      <EntryLayout key="done">
        <Page title={confirm.done}>
          <CircleCheck className="entry-sign" size={40} strokeWidth={1.5} aria-hidden />
          <p>{confirm.doneText}</p>
        </Page>
      </EntryLayout>
    );
  }
  return (
    <EntryLayout key="form">
      <Page title={confirm.title}>
        <p className="muted">{confirm.text}</p>
        <Form onSend={send}>
          <Submit className="wide">{confirm.submit}</Submit>
        </Form>
        <p>
          <EntryLink to="register">{confirm.again}</EntryLink>
        </p>
      </Page>
    </EntryLayout>
  );
}
