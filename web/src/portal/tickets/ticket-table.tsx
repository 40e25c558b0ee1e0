import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useCan } from '../../session/me';
import { useTenant } from '../../session/tenant';
import { Ago } from '../../ui/time';
import type { Ticket } from './queries';
import { StatusPill } from './status';
import '../../styles/table.css';

interface TicketTableProps {
  readonly label: string;
  readonly tickets: readonly Ticket[];
}

/** A real table; on narrow screens each row is a card. */
export function TicketTable({ label, tickets }: TicketTableProps): ReactNode {
  const { columns } = useTexts().tickets;
  const { slug } = useTenant();
  const ofCompany = useCan()('TICKETS_OF_COMPANY');
  return (
    <table className="table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{columns.subject}</th>
          <th scope="col">{columns.status}</th>
          {ofCompany && <th scope="col">{columns.contact}</th>}
          <th scope="col">{columns.updated}</th>
        </tr>
      </thead>
      <tbody>
        {tickets.map(({ id, number, subject, status, contact, updatedAt }) => (
          <tr key={id} className="opens">
            <th scope="row">
              <Link to="/p/$slug/tickets/$id" params={{ slug, id }}>
                {subject}
              </Link>
              <span className="under number">{number}</span>
            </th>
            <td>
              <StatusPill status={status} />
            </td>
            {ofCompany && <td>{contact?.name}</td>}
            <td className="muted">
              <Ago at={updatedAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
