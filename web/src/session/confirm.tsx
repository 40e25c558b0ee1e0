import { type ReactNode, useState } from 'react';
import { api, unwrap } from '../api/client';
import { Problem } from '../api/problems';
import { useAccessTexts } from '../i18n/access-texts';
import { Form, Submit } from '../ui/form';
import { Page } from '../ui/page';
import { EntryDone } from './entry-done';
import { EntryLayout } from './entry-layout';
import { tokenOfLink, EntryLink } from './links';

/** Where the link of a registration's mail leads. Opening it confirms nothing. */
export function ConfirmPage(): ReactNode {
  const { confirm } = useAccessTexts();
  const [token] = useState(tokenOfLink);
  const [done, setDone] = useState<{ title: string; text: string }>();
  const send = async (): Promise<void> => {
    try {
      unwrap(
        await api.POST('/api/v1/public/registrations/confirmations', { body: { token: token ?? 'missing' } }),
      );
      setDone({ title: confirm.done, text: confirm.doneText });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { code } = error;
      if (code === 'registration.confirmed-already') setDone({ title: confirm.done, text: error.detail });
      else if (code === 'registration.decided-already')
        setDone({ title: confirm.decided, text: error.detail });
      else throw error;
    }
  };
  if (done) return <EntryDone {...done} loginIsNext={false} />;
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
