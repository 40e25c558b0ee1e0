import type { ReactNode } from 'react';
import { useTexts } from '../i18n';
import { useAccessTexts } from '../i18n/access-texts';
import { Dialog } from '../ui/dialog';
import { PasswordField } from '../ui/fields';
import { Form, Submit } from '../ui/form';
import { settlePassword } from './ask';
import { useMe } from './me';
import { signIn } from './session';

interface LoginAgainProps {
  /** For who does not want to go on as this person. */
  readonly onLeave: () => void;
}

/** Over the page of who was logged out in mid-work: with the password everything goes on as it was. */
export function LoginAgain({ onLeave }: LoginAgainProps): ReactNode {
  const { login } = useTexts().entry;
  const { again } = useAccessTexts();
  const me = useMe();
  const leave = (): void => {
    settlePassword(false);
    onLeave();
  };
  return (
    <Dialog title={again.title}>
      <p className="muted">{again.text(me.name)}</p>
      <Form
        onSend={async (values) => {
          await signIn(me.tenant.slug, me.email, values.raw('password'));
          settlePassword(true);
        }}
      >
        <input type="hidden" name="username" autoComplete="username" value={me.email} />
        <PasswordField name="password" label={login.password} autoComplete="current-password" />
        <div className="actions end">
          <button type="button" className="button quiet" onClick={leave}>
            {again.other}
          </button>
          <Submit>{again.submit}</Submit>
        </div>
      </Form>
    </Dialog>
  );
}
