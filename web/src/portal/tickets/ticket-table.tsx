import { Link } from '@tanstack/react-router';
import { Paperclip } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useCan } from '../../session/me';
import { useTenant } from '../../session/tenant';
import { Ago } from '../../ui/time';
import { Whole } from '../../ui/whole';
import type { TicketItem } from './queries';
import { StatusPill } from './status';
import '../../styles/table.css';

interface TicketTableProps {
  readonly label: string;
  readonly tickets: readonly TicketItem[];
}

/** A real table; on narrow screens each row is a card. */
export function TicketTable({ label, tickets }: TicketTableProps): ReactNode {
  const { columns } = useTexts().tickets;
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
        {tickets.map((ticket) => (
          <TicketRow key={ticket.id} ticket={ticket} ofCompany={ofCompany} />
        ))}
      </tbody>
    </table>
  );
}

interface TicketRowProps {
  readonly ticket: TicketItem;
  readonly ofCompany: boolean;
}

function TicketRow({ ticket, ofCompany }: TicketRowProps): ReactNode {
  const { tickets: texts, files } = useTexts();
  const { slug } = useTenant();
  const { id, number, subject, contact, updatedAt, unread, attachmentCount } = ticket;
  return (
    <tr className="opens">
      <th scope="row">
        <Link to="/p/$slug/tickets/$id" params={{ slug, id }}>
          {subject}
        </Link>
        {unread && <span className="unread">{texts.unread}</span>}
        <span className="under number">
          <Whole text={number} />
          {attachmentCount > 0 && (
            <span className="files-count">
              <Paperclip size={14} aria-hidden />
              {files.count(attachmentCount)}
            </span>
          )}
        </span>
      </th>
      <td>
        <StatusPill ticket={ticket} />
      </td>
      {ofCompany && <td>{contact?.name}</td>}
      <td className="muted">
        <Ago at={updatedAt} />
      </td>
    </tr>
  );
}
