import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { api, unwrap } from '../../api/client';
import { useTexts } from '../../i18n';
import { useMe } from '../../session/me';
import { forgetWhoIsHere } from '../../session/session';
import { failureText } from '../../ui/failure';
import { useSay } from '../../ui/status';

/** Which mails somebody gets; those about the account itself always come. */
export function Mails(): ReactNode {
  const { account, common } = useTexts();
  const { ticketMails = true } = useMe();
  const router = useRouter();
  const say = useSay();
  const [wanted, setWanted] = useState(ticketMails);

  const choose = async (next: boolean): Promise<void> => {
    setWanted(next);
    try {
      unwrap(await api.PATCH('/api/v1/auth/me', { body: { ticketMails: next } }));
      say(account.mails.saved);
      forgetWhoIsHere();
      await router.invalidate();
    } catch (error) {
      setWanted(!next);
      say(failureText(error, common.failed));
    }
  };
  return (
    <section className="card setting" aria-labelledby="mails">
      <div>
        <h2 id="mails">{account.mails.title}</h2>
        <p className="muted small">{account.mails.text}</p>
      </div>
      <div className="check">
        <input
          type="checkbox"
          id="ticket-mails"
          checked={wanted}
          onChange={({ currentTarget }) => void choose(currentTarget.checked)}
        />
        <label htmlFor="ticket-mails">{account.mails.tickets}</label>
      </div>
    </section>
  );
}
