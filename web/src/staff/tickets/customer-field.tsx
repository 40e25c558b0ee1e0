import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { isProblem } from '../../api/problems';
import { useTexts } from '../../i18n';
import { failureText } from '../../ui/failure';
import { Notice } from '../../ui/feedback';
import { lazyPart } from '../../ui/lazy-part';
import { CustomerSearch } from '../inbox/customer-search';
import type { OneOfCustomerProps } from './one-of-customer';
import { customerQuery } from './queries';
import { useLeadOn } from './lead-on';

// Of their own file: nothing is chosen before the customer is.
export const ContactField = lazyPart<OneOfCustomerProps>(
  async () => (await import('./one-of-customer')).ContactField,
);
const DeviceField = lazyPart<OneOfCustomerProps>(async () => (await import('./one-of-customer')).DeviceField);
const OF_CUSTOMER = [
  ['contactId', ContactField],
  ['deviceId', DeviceField],
] as const;

interface CustomerFieldProps {
  readonly customerId: string | undefined;
  /** What was chosen before. */
  readonly kept: Readonly<Record<string, string>>;
}

/** Whose ticket it is. The customer stands in the address, so that other pages can name one. */
export function CustomerField({ customerId, kept }: CustomerFieldProps): ReactNode {
  const { record: texts } = useTexts().staffTickets;
  const navigate = useNavigate({ from: '/staff/$slug/tickets/new' });
  const [isChosenHere, setIsChosenHere] = useState(false);
  const choose = (customer?: string): void => {
    setIsChosenHere(true);
    void navigate({ search: { customer }, replace: true });
  };
  const search = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (isChosenHere) search.current?.querySelector('input')?.focus();
  }, [isChosenHere, customerId]);
  if (!customerId) {
    return (
      <div ref={search}>
        <CustomerSearch label={texts.customer} onFound={({ id }) => choose(id)} />
      </div>
    );
  }
  return (
    <OfCustomer
      key={customerId}
      customerId={customerId}
      kept={kept}
      leadsOn={isChosenHere}
      onOther={choose}
    />
  );
}

interface OfCustomerProps extends CustomerFieldProps {
  readonly customerId: string;
  /** Whether the next field gets the focus. */
  readonly leadsOn: boolean;
  /** Another customer, or the search for one. */
  readonly onOther: (customerId?: string) => void;
}

function OfCustomer({ customerId, kept, leadsOn, onOther }: OfCustomerProps): ReactNode {
  const { common, inbox, staffTickets } = useTexts();
  const { record: texts } = staffTickets;
  const { data: overview, error } = useQuery(customerQuery(customerId));
  const { place, onKnown } = useLeadOn(leadsOn, OF_CUSTOMER.length);
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
      <div ref={place} tabIndex={-1} className="chosen-customer">
        <p>
          {texts.customer}: <strong>{overview?.customer.name}</strong>{' '}
          <span className="muted number">{overview?.customer.number}</span>
        </p>
        <button type="button" className="button" onClick={() => onOther()}>
          {texts.otherCustomer}
        </button>
      </div>
      {OF_CUSTOMER.map(([name, Field]) => (
        <Field key={name} customerId={customerId} chosen={kept[name]} onKnown={onKnown} />
      ))}
    </>
  );
}
