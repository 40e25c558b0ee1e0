import { CircleCheck, CircleOff, type LucideIcon, MailQuestion } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { api, unwrap } from '../../api/client';
import { useTexts } from '../../i18n';
import { failureText } from '../../ui/failure';
import { Pill, type Tone } from '../../ui/feedback';
import { useAnnounce } from '../../ui/status';
import { Ago } from '../../ui/time';
import type { StaffUser } from './queries';

const LOOKS: Record<StaffUser['state'], { tone: Tone; icon: LucideIcon }> = {
  INVITED: { tone: 'warn', icon: MailQuestion },
  ACTIVE: { tone: 'good', icon: CircleCheck },
  DEACTIVATED: { tone: 'neutral', icon: CircleOff },
};

interface UserRowProps {
  readonly user: StaffUser;
  readonly onOpen: () => void;
}

export function UserRow({ user, onOpen }: UserRowProps): ReactNode {
  const { admin, staff } = useTexts();
  const { users: texts } = admin;
  const { name, email, role, state, lastLoginAt } = user;
  return (
    <tr>
      <th scope="row">
        {name}
        <span className="under">{email}</span>
      </th>
      <td>{staff.roles[role]}</td>
      <td>
        <Pill {...LOOKS[state]}>{texts.states[state]}</Pill>
      </td>
      <td className="muted">{lastLoginAt ? <Ago at={lastLoginAt} /> : texts.never}</td>
      <td>
        <div className="actions end">
          {state === 'INVITED' && <ResendButton user={user} />}
          <button type="button" className="button" aria-label={texts.changeNamed(name)} onClick={onOpen}>
            {texts.change}
          </button>
        </div>
      </td>
    </tr>
  );
}

function ResendButton({ user: { id, name } }: Pick<UserRowProps, 'user'>): ReactNode {
  const { admin, common } = useTexts();
  const { users: texts } = admin;
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const resend = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    try {
      unwrap(
        await api.POST('/api/v1/staff/users/{id}/credentials-mails', {
          params: { path: { id }, header: { 'Idempotency-Key': crypto.randomUUID() } },
        }),
      );
      announce(texts.resent(name));
    } catch (error) {
      announce(failureText(error, common.failed));
    } finally {
      setBusy(false);
    }
  };
  return (
    <button
      type="button"
      className="button"
      aria-disabled={busy}
      aria-label={texts.resendNamed(name)}
      onClick={() => void resend()}
    >
      {texts.resend}
    </button>
  );
}
