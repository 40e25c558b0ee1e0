import { CircleAlert, Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import type { components } from '../api/schema';
import { useTexts } from '../i18n';
import { problemText } from './setup/problem-text';
import '../styles/conversation.css';

interface UndeliveredMailsProps {
  readonly mails: readonly components['schemas']['UndeliveredMailDto'][] | undefined;
}

/** To whom a mail has not come, and why, where it would have told of what one looks at. */
export function UndeliveredMails({ mails = [] }: UndeliveredMailsProps): ReactNode {
  const { staffTickets: texts, setup } = useTexts();
  return mails.map((mail, place) => (
    <p key={place} className={`mail-state small ${mail.state === 'FAILED' ? 'bad' : ''}`}>
      {mail.state === 'FAILED' ? <CircleAlert size={16} aria-hidden /> : <Clock size={16} aria-hidden />}
      <span>
        {texts.undelivered[mail.state](mail.recipient)} {problemText(mail, setup.mails)}
      </span>
    </p>
  ));
}
