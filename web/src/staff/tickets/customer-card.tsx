import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useTenant } from '../../session/tenant';
import { Failure, Skeleton } from '../../ui/feedback';
import { Facts } from '../../ui/facts';
import { customerQuery } from './queries';

interface CustomerCardProps {
  readonly customerId: string;
  /** The ticket beside which it stands. */
  readonly besides: string;
}

/** The customer at a glance, beside one of their tickets. */
export function CustomerCard({ customerId, besides }: CustomerCardProps): ReactNode {
  const { staffTickets: texts } = useTexts();
  const { slug } = useTenant();
  const { data, isError, error, refetch } = useQuery(customerQuery(customerId));
  if (isError && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton lines={4} />;
  const { customer, openTickets, openOrders, devices, contacts, more } = data;
  const others = openTickets.filter(({ id }) => id !== besides);
  const count = (items: readonly unknown[], hasMore: boolean): string =>
    hasMore ? texts.moreThan(items.length) : String(items.length);
  return (
    <section className="card stack" aria-labelledby="customer">
      <h2 id="customer" className="card-title">
        <Link to="/staff/$slug/customers/$id" params={{ slug, id: customerId }}>
          {customer.name}
        </Link>
      </h2>
      <Facts
        facts={[
          [texts.customerNumber, customer.number],
          [texts.phone, customer.phone && <a href={`tel:${customer.phone}`}>{customer.phone}</a>],
          [texts.city, customer.city],
          [texts.contacts, count(contacts, more.contacts)],
          [texts.openOrders, count(openOrders, more.openOrders)],
          [texts.devices, count(devices, more.devices)],
        ]}
      />
      {customer.notes && <p className="prose small">{customer.notes}</p>}
      {others.length > 0 && (
        <>
          <h3>{texts.otherTickets}</h3>
          <ul className="other-tickets">
            {others.map(({ id, number, subject }) => (
              <li key={id}>
                <Link to="/staff/$slug/tickets/$id" params={{ slug, id }}>
                  {subject}
                </Link>{' '}
                <span className="muted small number">{number}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
