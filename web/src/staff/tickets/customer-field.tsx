import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isProblem } from '../../api/problems';
import { useTexts } from '../../i18n';
import { failureText } from '../../ui/failure';
import { Notice } from '../../ui/feedback';
import { CustomerSearch } from '../inbox/customer-search';
import { contactsQuery, customerQuery, devicesQuery, nameOf } from './queries';
import { ChoiceField } from './record-fields';

interface CustomerFieldProps {
  readonly customerId: string | undefined;
  /** What was chosen before. */
  readonly kept: Readonly<Record<string, string>>;
}

/** Whose ticket it is. The customer stands in the address, so that other pages can name one. */
export function CustomerField({ customerId, kept }: CustomerFieldProps): ReactNode {
  const { record: texts } = useTexts().staffTickets;
  const navigate = useNavigate({ from: '/staff/$slug/tickets/new' });
  const choose = (customer?: string): void => void navigate({ search: { customer }, replace: true });
  if (!customerId) return <CustomerSearch label={texts.customer} onFound={({ id }) => choose(id)} />;
  return <OfCustomer key={customerId} customerId={customerId} kept={kept} onOther={choose} />;
}

interface OfCustomerProps extends CustomerFieldProps {
  readonly customerId: string;
  /** Another customer, or the search for one. */
  readonly onOther: (customerId?: string) => void;
}

function OfCustomer({ customerId, kept, onOther }: OfCustomerProps): ReactNode {
  const { common, inbox, staffTickets } = useTexts();
  const { record: texts } = staffTickets;
  const { data: overview, error } = useQuery(customerQuery(customerId));
  const { data: devices } = useQuery(devicesQuery(customerId));
  if (error && !overview) {
    return (
      <>
        <Notice tone="bad" role="alert">
          {isProblem(error, 404) ? inbox.noCustomer : failureText(error, common.failed)}
        </Notice>
        <CustomerSearch label={texts.customer} onFound={({ id }) => onOther(id)} />
      </>
    );
  }
  return (
    <>
      <div className="chosen-customer">
        <p>
          {texts.customer}: <strong>{overview?.customer.name}</strong>{' '}
          <span className="muted number">{overview?.customer.number}</span>
        </p>
        <button type="button" className="button" onClick={() => onOther()}>
          {texts.otherCustomer}
        </button>
      </div>
      <ContactField customerId={customerId} chosen={kept.contactId} />
      <ChoiceField
        name="deviceId"
        label={texts.device}
        none={texts.noDevice}
        choices={(devices?.items ?? []).map(({ id, name, location, room }) => [
          id,
          [name, location, room].filter(Boolean).join(', '),
        ])}
        chosen={kept.deviceId}
      />
    </>
  );
}

interface ContactFieldProps {
  readonly customerId: string;
  /** Who was chosen before. */
  readonly chosen?: string;
}

/** One of the customer's contacts, or nobody. */
export function ContactField({ customerId, chosen }: ContactFieldProps): ReactNode {
  const { record: texts } = useTexts().staffTickets;
  const { data: contacts } = useQuery(contactsQuery(customerId));
  return (
    <ChoiceField
      name="contactId"
      label={texts.contact}
      none={texts.noContact}
      choices={(contacts?.items ?? []).map((contact) => [
        contact.id,
        [nameOf(contact), contact.email].filter(Boolean).join(' · '),
      ])}
      chosen={chosen}
    />
  );
}
