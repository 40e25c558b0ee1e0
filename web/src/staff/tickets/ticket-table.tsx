import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useTenant } from '../../session/tenant';
import { Ago } from '../../ui/time';
import type { Ticket } from './queries';
import { PriorityPill, StatusPill } from './status';
import '../../styles/table.css';
import '../../styles/staff-ticket.css';

interface TicketTableProps {
  readonly label: string;
  readonly tickets: readonly Ticket[];
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  readonly onToggle: (id: string) => void;
}

/** A real table; on narrow screens each row is a card. */
export function TicketTable(props: TicketTableProps): ReactNode {
  const { label, tickets, selected, onSelect, onToggle } = props;
  const { columns, several } = useTexts().staffTickets;
  const all = tickets.every(({ id }) => selected.has(id));
  return (
    <table className="table tickets" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">
            <input
              type="checkbox"
              aria-label={several.selectAll}
              checked={all}
              onChange={() => onSelect(new Set(all ? [] : tickets.map(({ id }) => id)))}
            />
          </th>
          <th scope="col">{columns.subject}</th>
          <th scope="col">{columns.customer}</th>
          <th scope="col">{columns.status}</th>
          <th scope="col">{columns.assignee}</th>
          <th scope="col">{columns.updated}</th>
        </tr>
      </thead>
      <tbody>
        {tickets.map((ticket) => (
          <TicketRow
            key={ticket.id}
            ticket={ticket}
            selected={selected.has(ticket.id)}
            onToggle={() => onToggle(ticket.id)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface TicketRowProps {
  readonly ticket: Ticket;
  readonly selected: boolean;
  readonly onToggle: () => void;
}

function TicketRow({ ticket, selected, onToggle }: TicketRowProps): ReactNode {
  const { staffTickets: texts } = useTexts();
  const { slug } = useTenant();
  const search = useSearch({ from: '/staff/$slug/workplace/tickets' });
  const { id, number, subject, customer, contact, assignee, status, priority, category, updatedAt } = ticket;
  return (
    <tr className="opens" data-id={id}>
      <td>
        <input
          type="checkbox"
          aria-label={texts.several.select(subject, number)}
          checked={selected}
          onChange={onToggle}
        />
      </td>
      <th scope="row">
        <Link
          to="/staff/$slug/tickets/$id"
          params={{ slug, id }}
          search={{ ...search, view: search.view ?? 'all' }}
        >
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
