import { CircleAlert, CircleCheck, Clock, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormat, useTexts } from '../../i18n';
import { problemText } from '../setup/problem-text';
import type { PortalAccess } from './queries';

const ICONS = { QUEUED: Clock, SENT: CircleCheck, FAILED: CircleAlert, SUPPRESSED: Info };

interface CredentialsMailProps {
  readonly mail: NonNullable<PortalAccess['credentialsMail']>;
}

/** What became of the mail with the credentials. */
export function CredentialsMail({ mail }: CredentialsMailProps): ReactNode {
  const { customers, setup } = useTexts();
  const { mail: texts } = customers.access;
  const format = useFormat();
  const { state, dueAt, sentAt, attempts, problem } = mail;
  const waits = state === 'QUEUED' && attempts === 0 && dueAt;
  const Icon = ICONS[state];
  return (
    <p className={`mail-state small ${state === 'FAILED' ? 'bad' : ''}`}>
      <Icon size={16} aria-hidden />
      <span>
        {waits
          ? texts.dueAt(format.dateTime(dueAt))
          : state === 'SENT' && sentAt
            ? texts.sentAt(format.dateTime(sentAt))
            : texts.states[state]}
        {state === 'FAILED' && problem && ` ${problemText(mail, setup.mails)}`}
      </span>
    </p>
  );
}
