import type { ReactNode } from 'react';
import { useAccountTexts } from '../../i18n/account-texts';
import { useMe } from '../../session/me';
import { CompanyMails } from './company-mails';
import { useOwnChoice } from '../../session/account/own-choice';

/** Which mails somebody gets; those about the account itself always come. */
export function Mails(): ReactNode {
  const account = useAccountTexts();
  const { ticketMails = true, companyMails } = useMe();
  const [wanted, choose] = useOwnChoice(ticketMails, (next) => ({ ticketMails: next }));
  return (
    <section className="card setting" aria-labelledby="mails">
      <div>
        <h2 id="mails">{account.mails.title}</h2>
        <p className="muted small">{account.mails.text}</p>
      </div>
      <div className="stack">
        <div className="check">
          <input
            type="checkbox"
            id="ticket-mails"
            checked={wanted}
            onChange={({ currentTarget }) => void choose(currentTarget.checked)}
          />
          <label htmlFor="ticket-mails">{account.mails.tickets}</label>
        </div>
        {companyMails && <CompanyMails now={companyMails} />}
      </div>
    </section>
  );
}
