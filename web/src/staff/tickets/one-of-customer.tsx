import { type ReactNode, useEffect } from 'react';
import { useTexts } from '../../i18n';
import { FoundSelect } from '../../ui/found-select';
import { isChoice, useChosen, useNarrowing } from '../../ui/narrowing';
import { type Contact, contactQuery, contactsQuery, deviceQuery, devicesQuery, nameOf } from './queries';

type ContactOfList = Pick<Contact, 'id' | 'customerId' | 'firstName' | 'lastName' | 'email'>;

export interface OneOfCustomerProps {
  readonly customerId: string;
  /** What was chosen before; it may be another customer's. */
  readonly chosen?: string;
  /** Called with the name of the field once it is known whether there is anything to choose. */
  readonly onKnown?: (name: string) => void;
}

/** One of the customer's contacts, or nobody; not there where there is nobody to choose. */
export function ContactField({ customerId, chosen: before = '', onKnown }: OneOfCustomerProps): ReactNode {
  const { record: texts, findContact } = useTexts().staffTickets;
  const list = useNarrowing<ContactOfList>((words) => contactsQuery(customerId, words));
  const { isKnown, chosen } = useChosen(list, before, contactQuery);
  useEffect(() => {
    if (isKnown) onKnown?.('contactId');
  }, [isKnown, onKnown]);
  if (!isKnown || !isChoice(list)) return null;
  return (
    <FoundSelect
      name="contactId"
      label={texts.contact}
      list={list}
      searchLabel={findContact}
      none={texts.noContact}
      nameOf={(contact) => [nameOf(contact), contact.email].filter(Boolean).join(' · ')}
      chosen={chosen?.customerId === customerId ? chosen : undefined}
    />
  );
}

/** Which of the customer's devices it is about; not there where there is none. */
export function DeviceField({ customerId, chosen: before = '', onKnown }: OneOfCustomerProps): ReactNode {
  const { record: texts } = useTexts().staffTickets;
  const list = useNarrowing((words) => devicesQuery(customerId, words));
  const { isKnown, chosen } = useChosen(list, before, deviceQuery);
  useEffect(() => {
    if (isKnown) onKnown?.('deviceId');
  }, [isKnown, onKnown]);
  if (!isKnown || !isChoice(list)) return null;
  return (
    <FoundSelect
      name="deviceId"
      label={texts.device}
      list={list}
      searchLabel={texts.findDevice}
      none={texts.noDevice}
      nameOf={({ name, location, room }) => [name, location, room].filter(Boolean).join(', ')}
      chosen={chosen?.customer.id === customerId ? chosen : undefined}
    />
  );
}
