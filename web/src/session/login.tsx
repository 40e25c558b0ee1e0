import { Link, useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { chooseLanguage, isLanguage, useTexts } from '../i18n';
import { Notice } from '../ui/feedback';
import { PasswordField, TextField } from '../ui/fields';
import { Form, Submit } from '../ui/form';
import { Page } from '../ui/page';
import { EntryLayout } from './entry-layout';
import type { Next } from './guard';
import { addressBelow, type Area, areaOf, homeOf } from './home';
import { onSessionNews, signIn } from './session';
import { useTenant } from './tenant';
import type { Values } from '../ui/values';

export function LoginPage(): ReactNode {
  return <Login area="portal" search={useSearch({ from: '/p/$slug/login' })} />;
}

export function StaffLoginPage(): ReactNode {
  return <Login area="staff" search={useSearch({ from: '/staff/$slug/login' })} />;
}

interface LoginProps {
  /** Whose login this is; whoever belongs to the other area is led there. */
  readonly area: Area;
  readonly search: Next;
}

function Login({ area, search: { next, ended } }: LoginProps): ReactNode {
  const { login } = useTexts().entry;
  const { slug, name, registrationOpen } = useTenant();
  const router = useRouter();
  const navigate = useNavigate();
  const [reason] = useState(ended);
  // It is said once: a reload or a bookmark begins anew.
  useEffect(() => {
    if (ended) void navigate({ to: '.', search: { next }, replace: true });
  }, [navigate, ended, next]);

  // After a login in another tab this one goes on as well.
  useEffect(() => onSessionNews(() => void router.invalidate()), [router]);
  const send = async (values: Values): Promise<void> => {
    const me = await signIn(slug, values.text('email'), values.raw('password'));
    if (isLanguage(me.language)) await chooseLanguage(me.language);
    const address = addressBelow(homeOf(areaOf(me), slug), next);
    // Back leads to what was before the login, not to it.
    if (areaOf(me) === area) router.history.replace(address);
    else location.replace(address);
  };
  return (
    <EntryLayout>
      <Page title={area === 'staff' ? login.staffTitle : login.title}>
        {reason && <Notice tone={reason === 'access' ? 'warn' : 'info'}>{login.ended[reason](name)}</Notice>}
        <Form onSend={send}>
          <TextField name="email" label={login.email} type="email" autoComplete="username" required />
          <PasswordField name="password" label={login.password} autoComplete="current-password" />
          <Submit className="wide">{login.submit}</Submit>
        </Form>
        <p>
          <Link to="/p/$slug/forgot" params={{ slug }}>
            {login.forgot}
          </Link>
        </p>
        {area === 'portal' && registrationOpen && (
          <p className="entry-more">
            {login.noAccess}{' '}
            <Link to="/p/$slug/register" params={{ slug }}>
              {login.register}
            </Link>
          </p>
        )}
      </Page>
    </EntryLayout>
  );
}
