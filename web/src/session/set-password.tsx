import { type ReactNode, useEffect, useState } from 'react';
import { api, unwrap } from '../api/client';
import { Problem } from '../api/problems';
import { useAccessTexts } from '../i18n/access-texts';
import { Notice } from '../ui/feedback';
import { PasswordField } from '../ui/fields';
import { Form, Submit } from '../ui/form';
import { Page } from '../ui/page';
import { EntryDone } from './entry-done';
import { EntryLayout } from './entry-layout';
import { tokenOfLink, EntryLink } from './links';
import type { Values } from '../ui/values';

const DONE_ALREADY = 'auth.password-set-already';

/** Where the links of mails lead: the first password, or a new one. Opening it uses nothing up. */
export function SetPasswordPage(): ReactNode {
  const { setPassword } = useAccessTexts();
  const [token] = useState(tokenOfLink);
  const [done, setDone] = useState(false);
  const [refusal, setRefusal] = useState<Problem>();
  useLinkCheck(token, setRefusal);
  const send = async (values: Values): Promise<void> => {
    const newPassword = values.raw('newPassword');
    try {
      unwrap(
        await api.POST('/api/v1/auth/password-resets', { body: { token: token ?? 'missing', newPassword } }),
      );
      setDone(true);
    } catch (error) {
      // Another window has been quicker.
      if (!(error instanceof Problem) || error.code !== DONE_ALREADY) throw error;
      setRefusal(error);
    }
  };
  const newLink = (
    <p>
      <EntryLink to="forgot">{setPassword.newLink}</EntryLink>
    </p>
  );
  if (done) return <EntryDone title={setPassword.done} text={setPassword.doneText} loginIsNext />;
  if (refusal?.code === DONE_ALREADY) {
    return (
      <EntryDone title={setPassword.doneAlready} text={refusal.detail} loginIsNext>
        {newLink}
      </EntryDone>
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
            {refusal?.detail ?? setPassword.cutOff}
          </Notice>
        )}
        {newLink}
      </Page>
    </EntryLayout>
  );
}

/** Tells why the link is not taken any more, before anybody has thought up a password. */
function useLinkCheck(token: string | undefined, refuse: (refusal: Problem) => void): void {
  useEffect(() => {
    if (token === undefined) return;
    void api
      .POST('/api/v1/auth/password-link-checks', { body: { token } })
      .then(unwrap)
      .catch((error: unknown) => {
        // Where it cannot be asked, sending the password will tell.
        if (error instanceof Problem) refuse(error);
      });
  }, [token, refuse]);
}
