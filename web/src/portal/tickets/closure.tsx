import { CircleCheck, RotateCcw } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n';
import { useCan } from '../../session/me';
import { lazyPart } from '../../ui/lazy-part';
import type { TicketDetail } from './queries';

const ClosureDialog = lazyPart(async () => (await import('./closure-dialog')).ClosureDialog);

/** Closes a ticket, after a question, or opens it again. */
export function Closure({ ticket: { id, status } }: { readonly ticket: TicketDetail }): ReactNode {
  const { tickets } = useTexts();
  const can = useCan();
  // As it was when somebody asked, whatever staff do meanwhile.
  const [asking, setAsking] = useState<'close' | 'reopen'>();
  const done = status === 'RESOLVED' || status === 'CLOSED';
  if (!can('CLOSE_TICKETS')) return null;
  const Icon = done ? RotateCcw : CircleCheck;
  return (
    <>
      <button type="button" className="button" onClick={() => setAsking(done ? 'reopen' : 'close')}>
        <Icon size={18} aria-hidden />
        {done ? tickets.reopen : tickets.close}
      </button>
      {asking && <ClosureDialog id={id} asking={asking} onClose={() => setAsking(undefined)} />}
    </>
  );
}
