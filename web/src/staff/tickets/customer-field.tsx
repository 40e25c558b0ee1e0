import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isProblem } from '../../api/problems';
import { useTexts } from '../../i18n';
import { failureText } from '../../ui/failure';
import { Notice } from '../../ui/feedback';
import { lazyPart } from '../../ui/lazy-part';
import { CustomerSearch } from '../inbox/customer-search';
import type { OneOfCustomerProps } from './one-of-customer';
import { customerQuery } from './queries';

// Of their own file: nothing is chosen before the customer is.
export const ContactField = lazyPart<OneOfCustomerProps>(
  async () => (await import('./one-of-customer')).ContactField,
);
const DeviceField = lazyPart<OneOfCustomerProps>(async () => (await import('./one-of-customer')).DeviceField);

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
      <DeviceField customerId={customerId} chosen={kept.deviceId} />
    </>
  );
}
