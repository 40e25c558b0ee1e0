import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useTenant } from '../../session/tenant';
import { Failure, Skeleton } from '../../ui/feedback';
import { Facts } from '../../ui/facts';
import { useContactOf } from './contact-of';
import { customerQuery, nameOf, type TicketDetail } from './queries';

/** What follows below them stays in reach; the page of the customer has them all. */
const MAX_OTHERS = 5;

interface TicketProps {
  readonly ticket: TicketDetail;
}

/** The customer at a glance beside one of their tickets, and how to reach whose ticket it is. */
export function CustomerCard({ ticket }: TicketProps): ReactNode {
  const customerId = ticket.customer.id;
  const { staffTickets: texts } = useTexts();
  const { slug } = useTenant();
  const { data, isError, error, refetch } = useQuery(customerQuery(customerId));
  if (isError && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton lines={4} />;
  const { customer, openTickets, openOrders, devices, contacts, more } = data;
  const others = openTickets.filter(({ id }) => id !== ticket.id);
  const count = (items: readonly unknown[], hasMore: boolean): string =>
    hasMore ? texts.moreThan(items.length) : String(items.length);
  return (
    <section className="card stack" aria-labelledby="customer">
      <h2 id="customer">
        <Link to="/staff/$slug/customers/$id" params={{ slug, id: customerId }}>
          {customer.name}
        </Link>
      </h2>
      <ContactDetails ticket={ticket} />
      <Facts
        facts={[
          [texts.customerNumber, customer.number],
          [texts.phone, phoneLink(customer.phone)],
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
          <ul className="card-list">
            {others.slice(0, MAX_OTHERS).map(({ id, number, subject }) => (
              <li key={id}>
                <Link to="/staff/$slug/tickets/$id" params={{ slug, id }}>
                  {subject}
                </Link>{' '}
                <span className="muted small number whole">{number}</span>
              </li>
            ))}
            {others.length > MAX_OTHERS && (
              <li>
                <Link to="/staff/$slug/customers/$id" params={{ slug, id: customerId }}>
                  {texts.views.all} ({count(openTickets, more.openTickets)})
                </Link>
              </li>
            )}
          </ul>
        </>
      )}
    </section>
  );
}

/** As on a visiting card: an address beside its label would break in several lines here. */
function ContactDetails({ ticket }: TicketProps): ReactNode {
  const contact = useContactOf(ticket);
  if (!contact) return null;
  const { position, phone, mobile, email } = contact;
  const lines = [
    position,
    phoneLink(phone),
    phoneLink(mobile),
    email && <a href={`mailto:${email}`}>{email}</a>,
  ].filter(Boolean);
  return (
    <>
      <h3>{nameOf(contact)}</h3>
      <ul className="card-list">
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
    </>
  );
}

function phoneLink(number: string | null): ReactNode {
  return number && <a href={`tel:${number}`}>{number}</a>;
}
