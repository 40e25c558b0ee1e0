import { CircleCheck } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { api, unwrap } from '../api/client';
import { useAccessTexts } from '../i18n/access-texts';
import { refusalOf } from '../ui/failure';
import { Notice } from '../ui/feedback';
import { PasswordField } from '../ui/fields';
import { Form, Submit } from '../ui/form';
import { Page } from '../ui/page';
import { EntryLayout } from './entry-layout';
import { tokenOfLink, EntryLink } from './links';
import type { Values } from '../ui/values';

/** Where the links of mails lead: the first password, or a new one. Opening it uses nothing up. */
export function SetPasswordPage(): ReactNode {
  const { setPassword, forgot } = useAccessTexts();
  const [token] = useState(tokenOfLink);
  const [done, setDone] = useState(false);
  const refusal = useLinkCheck(token);
  const send = async (values: Values): Promise<void> => {
    const newPassword = values.raw('newPassword');
    unwrap(
      await api.POST('/api/v1/auth/password-resets', { body: { token: token ?? 'missing', newPassword } }),
    );
    setDone(true);
  };
  if (done) {
    return (
      <EntryLayout key="done">
        <Page title={setPassword.done}>
          <CircleCheck className="entry-sign" size={40} strokeWidth={1.5} aria-hidden />
          <p>{setPassword.doneText}</p>
          <EntryLink to="login" className="button primary wide">
            {forgot.toLogin}
          </EntryLink>
        </Page>
      </EntryLayout>
    );
  }
  return (
    <EntryLayout key="form">
      <Page title={setPassword.title}>
        {token && !refusal ? (
          <>
            <p className="muted">{setPassword.text}</p>
            <Form onSend={send}>
              <PasswordField name="newPassword" label={setPassword.password} autoComplete="new-password" />
              <Submit className="wide">{setPassword.submit}</Submit>
            </Form>
          </>
        ) : (
          <Notice tone="warn" role="alert">
            {refusal ?? setPassword.cutOff}
          </Notice>
        )}
        <p>
          <EntryLink to="forgot">{setPassword.newLink}</EntryLink>
        </p>
      </Page>
    </EntryLayout>
  );
}

/** Why the link is not taken any more, before anybody has thought up a password. */
function useLinkCheck(token: string | undefined): string | undefined {
  const [refusal, setRefusal] = useState<string>();
  useEffect(() => {
    if (token === undefined) return;
    void api
      .POST('/api/v1/auth/password-link-checks', { body: { token } })
      .then(unwrap)
      // Where it cannot be asked, sending the password will tell.
      .catch((error: unknown) => setRefusal(refusalOf(error)?.detail));
  }, [token]);
  return refusal;
}
