import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { contactsQuery } from '../tickets/queries';

interface ContactProps {
  readonly customerId: string;
  readonly email: string;
  readonly onChoose: (contactId: string | undefined) => void;
}

/** A contact of an existing customer, or a new one; who has another address cannot be meant. */
export function ContactOfCustomer({ customerId, email, onChoose }: ContactProps): ReactNode {
  const { inbox } = useTexts();
  const { data } = useQuery(contactsQuery(customerId));
  const fitting = data?.items.filter((one) => !one.email || one.email.toLowerCase() === email.toLowerCase());
  if (!fitting?.length) return null;
  return (
    <select
      className="input"
      aria-label={inbox.contact}
      onChange={({ currentTarget }) => onChoose(currentTarget.value || undefined)}
    >
      <option value="">{inbox.newContact}</option>
      {fitting.map(({ id, firstName, lastName }) => (
        <option key={id} value={id}>
          {[firstName, lastName].filter(Boolean).join(' ')}
        </option>
      ))}
    </select>
  );
}
