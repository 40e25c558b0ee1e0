import { Link } from '@tanstack/react-router';
import { MailCheck } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { api, unwrap } from '../api/client';
import { useTexts } from '../i18n';
import { useAccessTexts } from '../i18n/access-texts';
import { TextField } from '../ui/fields';
import { Form, Submit } from '../ui/form';
import { Page } from '../ui/page';
import { EntryLayout } from './entry-layout';
import { useTenant } from './tenant';
import type { Values } from '../ui/values';

export function ForgotPage(): ReactNode {
  const { login } = useTexts().entry;
  const { forgot } = useAccessTexts();
  const { slug } = useTenant();
  const [sentTo, setSentTo] = useState('');
  const toLogin = (
    <Link to="/p/$slug/login" params={{ slug }}>
      {forgot.toLogin}
    </Link>
  );
  const send = async (values: Values): Promise<void> => {
    const email = values.text('email');
    unwrap(await api.POST('/api/v1/auth/password-reset-requests', { body: { tenant: slug, email } }));
    setSentTo(email);
  };
  if (sentTo) {
    return (
      <EntryLayout key="sent">
        <Page title={forgot.done}>
          <MailCheck className="entry-sign" size={40} strokeWidth={1.5} aria-hidden />
          <p>{forgot.doneText(sentTo)}</p>
          <p>{toLogin}</p>
        </Page>
      </EntryLayout>
    );
  }
  return (
    <EntryLayout key="form">
      <Page title={forgot.title}>
        <p className="muted">{forgot.text}</p>
        <Form onSend={send}>
          <TextField name="email" label={login.email} type="email" autoComplete="username" required />
          <Submit className="wide">{forgot.submit}</Submit>
        </Form>
        <p>{toLogin}</p>
      </Page>
    </EntryLayout>
  );
}
