import { Building2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n';
import { MoveTicket } from './move-ticket';
import type { TicketDetail } from './queries';

/** Opens the way to another customer. */
export function MoveButton({ ticket }: { readonly ticket: TicketDetail }): ReactNode {
  const { move: texts } = useTexts().staffTickets;
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        <Building2 size={18} aria-hidden />
        {texts.open}
      </button>
      {open && <MoveTicket ticket={ticket} onClose={() => setOpen(false)} />}
    </>
  );
}
