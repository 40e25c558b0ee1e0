import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { FoundSelect } from '../../ui/found-select';
import { isChoice, useNarrowing } from '../../ui/narrowing';
import { contactsQuery, nameOf } from '../tickets/queries';

export interface ContactOfCustomerProps {
  readonly customerId: string;
  readonly email: string;
  readonly onChoose: (contactId: string | undefined) => void;
}

/** A contact of an existing customer, or a new one; who has another address cannot be meant. */
export function ContactOfCustomer({ customerId, email, onChoose }: ContactOfCustomerProps): ReactNode {
  const { inbox, staffTickets } = useTexts();
  const list = useNarrowing((words) => contactsQuery(customerId, words), {
    keep: (one) => !one.email || one.email.toLowerCase() === email.toLowerCase(),
  });
  if (!isChoice(list)) return null;
  return (
    <FoundSelect
      name="registration/contactId"
      label={inbox.contact}
      list={list}
      searchLabel={staffTickets.findContact}
      none={inbox.newContact}
      nameOf={nameOf}
      onChoose={(contact) => onChoose(contact?.id)}
    />
  );
}
