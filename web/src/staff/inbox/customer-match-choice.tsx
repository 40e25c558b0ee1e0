import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n';
import type { InboxItemDetail } from './queries';
import { Choice, Option } from './choice';
import { CustomerSearch, type FoundCustomer } from './customer-search';
import { lazyPart } from '../../ui/lazy-part';
import type { ContactOfCustomerProps } from './contact-of-customer';

const ContactOfCustomer = lazyPart<ContactOfCustomerProps>(
  async () => (await import('./contact-of-customer')).ContactOfCustomer,
);

/** A new customer, or an existing one with one of its contacts or a new one. */
export type Chosen = 'new' | { readonly customerId: string; readonly contactId?: string } | undefined;

interface CustomerMatchChoiceProps {
  readonly matches: InboxItemDetail['matches'];
  readonly company: string;
  readonly email: string;
  readonly onChoose: (chosen: Chosen) => void;
}

const NAME = 'registration/customerId';

/** The customer of a registration: suggested matches first, then every other customer, then a new one. */
export function CustomerMatchChoice({
  matches,
  company,
  email,
  onChoose,
}: CustomerMatchChoiceProps): ReactNode {
  const { inbox } = useTexts();
  const [at, setAt] = useState('');
  const [found, setFound] = useState<FoundCustomer>();
  const option = (value: string, chosen: Chosen, title: string, text: string): ReactNode => (
    <Option
      key={value}
      name={NAME}
      value={value}
      title={title}
      text={text}
      checked={at === value}
      onChoose={() => {
        setAt(value);
        onChoose(chosen);
      }}
    />
  );
  const customers = [
    ...(matches?.customers ?? []).map(({ id: customerId, name, number, city, reason }) => ({
      customerId,
      name,
      why: [inbox.reasons[reason], number, city].filter(Boolean).join(' · '),
    })),
    ...(found && !matches?.customers.some(({ id }) => id === found.id)
      ? [{ customerId: found.id, name: found.name, why: `${inbox.searched} · ${found.number}` }]
      : []),
  ];
  return (
    <Choice name={NAME} legend={inbox.who}>
      {matches?.contacts.map(({ id: contactId, name, customer, portalAccess }) =>
        option(
          contactId,
          { customerId: customer.id, contactId },
          inbox.contactAt(name, customer.name),
          [inbox.reasons.SAME_ADDRESS, customer.number, inbox.access[portalAccess]].join(' · '),
        ),
      )}
      {customers.map(({ customerId, name, why }) => (
        <div key={customerId}>
          {option(customerId, { customerId }, name, why)}
          {at === customerId && (
            <ContactOfCustomer
              customerId={customerId}
              email={email}
              onChoose={(contactId) => onChoose({ customerId, contactId })}
            />
          )}
        </div>
      ))}
      {option('new', 'new', inbox.newCustomer, company)}
      <CustomerSearch
        label={inbox.otherCustomer}
        onFound={(customer) => {
          setFound(customer);
          setAt(customer.id);
          onChoose({ customerId: customer.id });
        }}
      />
    </Choice>
  );
}
