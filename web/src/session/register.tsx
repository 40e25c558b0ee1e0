import { Link } from '@tanstack/react-router';
import { MailCheck } from 'lucide-react';
import { type ComponentProps, type ReactNode, useMemo, useState } from 'react';
import { api, unwrap } from '../api/client';
import { registrationRequestDto as limits } from '../api/constraints';
import { useSpeech } from '../i18n';
import { useAccessTexts } from '../i18n/access-texts';
import { CheckField, TextArea, TextField } from '../ui/fields';
import { Form, Submit } from '../ui/form';
import { Page } from '../ui/page';
import { EntryLayout } from './entry-layout';
import { useTenant } from './tenant';
import type { Values } from '../ui/values';

export function RegisterPage(): ReactNode {
  const { language } = useSpeech();
  const { register, forgot } = useAccessTexts();
  const { slug, name, privacyUrl, registrationOpen } = useTenant();
  const [answer, setAnswer] = useState('');
  const draft = useMemo(() => draftOfTab(`registration:${slug}`), [slug]);

  const send = async (values: Values): Promise<void> => {
    const body = {
      company: values.text('company'),
      firstName: values.optional('firstName'),
      lastName: values.text('lastName'),
      email: values.text('email'),
      phone: values.optional('phone'),
      message: values.optional('message'),
      language,
      privacyAccepted: values.checked('privacyAccepted') || undefined,
    };
    const { message } = unwrap(
      await api.POST('/api/v1/public/tenants/{slug}/registrations', { params: { path: { slug } }, body }),
    );
    setAnswer(message);
  };
  const toLogin = (
    <Link to="/p/$slug/login" params={{ slug }}>
      {forgot.toLogin}
    </Link>
  );
  if (answer || !registrationOpen) {
    return (
      <EntryLayout key="answer">
        <Page title={answer ? register.done : register.title}>
          {answer && <MailCheck className="entry-sign" size={40} strokeWidth={1.5} aria-hidden />}
          <p>{answer || register.closed}</p>
          <p>{toLogin}</p>
        </Page>
      </EntryLayout>
    );
  }
  return (
    <EntryLayout key="form">
      <Page title={register.title}>
        <p className="muted">{register.text(name)}</p>
        <Form onSend={send} draft={draft}>
          <TextField
            name="company"
            label={register.company}
            autoComplete="organization"
            required
            maxLength={limits.company.maxLength}
          />
          <div className="pair">
            <TextField
              name="firstName"
              label={register.firstName}
              autoComplete="given-name"
              maxLength={limits.firstName.maxLength}
            />
            <TextField
              name="lastName"
              label={register.lastName}
              autoComplete="family-name"
              required
              maxLength={limits.lastName.maxLength}
            />
          </div>
          <TextField name="email" label={register.email} type="email" autoComplete="email" required />
          <TextField
            name="phone"
            label={register.phone}
            type="tel"
            autoComplete="tel"
            maxLength={limits.phone.maxLength}
          />
          <TextArea name="message" label={register.message} maxLength={limits.message.maxLength} />
          {privacyUrl && (
            <div>
              <CheckField name="privacyAccepted" required>
                {register.privacy}
              </CheckField>
              <a href={privacyUrl} target="_blank" rel="noreferrer">
                {register.privacyLink}
              </a>
            </div>
          )}
          <Submit className="wide">{register.submit}</Submit>
        </Form>
        <p>{toLogin}</p>
      </Page>
    </EntryLayout>
  );
}

/** The draft of an applicant without an account: deleted when the tab is closed. */
function draftOfTab(key: string): ComponentProps<typeof Form>['draft'] {
  return {
    read: () => JSON.parse(sessionStorage.getItem(key) ?? '{}') as Record<string, string>,
    write: (values) => sessionStorage.setItem(key, JSON.stringify(values)),
    drop: () => sessionStorage.removeItem(key),
    hold: () => undefined,
    follow: () => () => undefined,
  };
}
