import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useTenant } from '../../session/tenant';
import { Ago } from '../../ui/time';
import type { Ticket } from './queries';
import { PriorityPill, StatusPill } from './status';
import '../../styles/table.css';

interface TicketTableProps {
  readonly label: string;
  readonly tickets: readonly Ticket[];
}

/** A real table; on narrow screens each row is a card. */
export function TicketTable({ label, tickets }: TicketTableProps): ReactNode {
  const { columns } = useTexts().staffTickets;
  return (
    <table className="table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{columns.subject}</th>
          <th scope="col">{columns.customer}</th>
          <th scope="col">{columns.status}</th>
          <th scope="col">{columns.assignee}</th>
          <th scope="col">{columns.updated}</th>
        </tr>
      </thead>
      <tbody>
        {tickets.map((ticket) => (
          <TicketRow key={ticket.id} ticket={ticket} />
        ))}
      </tbody>
    </table>
  );
}

function TicketRow({ ticket }: { readonly ticket: Ticket }): ReactNode {
  const { staffTickets: texts } = useTexts();
  const { slug } = useTenant();
  const { id, number, subject, customer, contact, assignee, status, priority, category, updatedAt } = ticket;
  return (
    <tr className="opens">
      <th scope="row">
        <Link to="/staff/$slug/tickets/$id" params={{ slug, id }}>
          {subject}
        </Link>
        <span className="under number">{[number, category?.name].filter(Boolean).join(' · ')}</span>
      </th>
      <td>
        {customer.name}
        {contact && <span className="under">{contact.name}</span>}
      </td>
      <td>
        <span className="row pills">
          <StatusPill status={status} />
          <PriorityPill priority={priority} />
        </span>
      </td>
      <td>{assignee ? assignee.name : <span className="muted">{texts.nobody}</span>}</td>
      <td className="muted nowrap">
        <Ago at={updatedAt} />
      </td>
    </tr>
  );
}
