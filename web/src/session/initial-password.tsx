import type { ReactNode } from 'react';
import { api, unwrap } from '../api/client';
import { useAccessTexts } from '../i18n/access-texts';
import { EntryLayout } from './entry-layout';
import { forgetCurrentUser } from './session';
import { PasswordField } from '../ui/fields';
import { Form, Submit } from '../ui/form';
import { Page } from '../ui/page';
import type { Values } from '../ui/values';

/** After a login with the initial password of a mail, the user first chooses a new one. */
export function InitialPassword({ onDone }: { readonly onDone: () => void }): ReactNode {
  const { initialPassword, setPassword } = useAccessTexts();
  const send = async (values: Values): Promise<void> => {
    const body = {
      currentPassword: values.raw('currentPassword'),
      newPassword: values.raw('newPassword'),
    };
    unwrap(await api.PUT('/api/v1/auth/password', { body }));
    forgetCurrentUser();
    onDone();
  };
  return (
    <EntryLayout>
      <Page title={initialPassword.title}>
        <p className="muted">{initialPassword.text}</p>
        <Form onSend={send}>
          <PasswordField
            name="currentPassword"
            label={initialPassword.current}
            autoComplete="current-password"
          />
          <PasswordField
            name="newPassword"
            label={setPassword.password}
            hint={setPassword.text}
            autoComplete="new-password"
          />
          <Submit className="wide">{setPassword.submit}</Submit>
        </Form>
      </Page>
    </EntryLayout>
  );
}
