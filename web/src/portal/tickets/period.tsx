import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n';
import { DayFilter } from '../../ui/day-filter';
import type { TicketSearch } from './search';

/** When a ticket was recorded: folded away until somebody looks for an old one. */
export function Period({ search: { from, until } }: { readonly search: TicketSearch }): ReactNode {
  const { tickets } = useTexts();
  const navigate = useNavigate({ from: '/p/$slug/tickets' });
  const [open, setOpen] = useState(false);
  const narrow = (change: TicketSearch): void =>
    void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  return (
    // Whoever empties a day is about to choose another one.
    <details
      open={open || Boolean(from ?? until)}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{tickets.period}</summary>
      <div className="row">
        <DayFilter label={tickets.from} value={from} onChoose={(day) => narrow({ from: day })} />
        <DayFilter label={tickets.until} value={until} onChoose={(day) => narrow({ until: day })} />
      </div>
    </details>
  );
}
