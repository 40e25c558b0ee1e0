import type { ReactNode } from 'react';
import { api, unwrap } from '../../api/client';
import { queries } from '../../api/queries';
import { useAccountTexts } from '../../i18n/account-texts';
import { useMe } from '../me';
import { PasswordField } from '../../ui/fields';
import { Form, Submit } from '../../ui/form';
import { useAnnounce } from '../../ui/status';
import type { Values } from '../../ui/values';

export function ChangePassword(): ReactNode {
  const { password } = useAccountTexts();
  const { email } = useMe();
  const announce = useAnnounce();
  const send = async (values: Values, form: HTMLFormElement): Promise<void> => {
    const body = {
      currentPassword: values.raw('currentPassword'),
      newPassword: values.raw('newPassword'),
    };
    unwrap(await api.PUT('/api/v1/auth/password', { body }));
    form.reset();
    void queries.invalidateQueries({ queryKey: ['listSessions'] });
    announce(password.done);
  };
  return (
    <section className="card setting" aria-labelledby="password">
      <div>
        <h2 id="password">{password.title}</h2>
        <p className="muted small">{password.text}</p>
      </div>
      <Form onSend={send} label={password.title}>
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <PasswordField name="currentPassword" label={password.current} autoComplete="current-password" />
        <PasswordField
          name="newPassword"
          label={password.next}
          hint={password.nextHint}
          autoComplete="new-password"
        />
        <div className="actions">
          <Submit>{password.submit}</Submit>
        </div>
      </Form>
    </section>
  );
}
