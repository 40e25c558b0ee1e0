import { CircleCheck, RotateCcw } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { api, unwrap } from '../../api/client';
import { queries } from '../../api/queries';
import { useTexts } from '../../i18n';
import { useCan } from '../../session/me';
import { Dialog } from '../../ui/dialog';
import { Form, Submit } from '../../ui/form';
import { useSay } from '../../ui/status';
import type { TicketDetail } from './queries';

/** Closes a ticket, after a question, or opens it again. */
export function Closure({ ticket: { id, status } }: { readonly ticket: TicketDetail }): ReactNode {
  const { tickets, common } = useTexts();
  const say = useSay();
  const can = useCan();
  // As it was when somebody asked, whatever staff do meanwhile.
  const [asking, setAsking] = useState<'close' | 'reopen'>();
  const done = status === 'RESOLVED' || status === 'CLOSED';
  if (!can('CLOSE_TICKETS')) return null;

  const send = async (): Promise<void> => {
    const path = { params: { path: { id } } };
    unwrap(
      await (asking === 'reopen'
        ? api.DELETE('/api/v1/portal/tickets/{id}/closure', path)
        : api.PUT('/api/v1/portal/tickets/{id}/closure', path)),
    );
    await queries.invalidateQueries({ queryKey: ['getPortalTicket', { id }] });
    void queries.invalidateQueries({ queryKey: ['listPortalTickets'] });
    setAsking(undefined);
    say(asking === 'reopen' ? tickets.reopened : tickets.closed);
  };
  const Icon = done ? RotateCcw : CircleCheck;
  return (
    <>
      <button type="button" className="button" onClick={() => setAsking(done ? 'reopen' : 'close')}>
        <Icon size={18} aria-hidden />
        {done ? tickets.reopen : tickets.close}
      </button>
      {asking && (
        <Dialog
          title={asking === 'reopen' ? tickets.reopen : tickets.closeAsk}
          onClose={() => setAsking(undefined)}
        >
          <p className="muted">{asking === 'reopen' ? tickets.reopenText : tickets.closeText}</p>
          <Form onSend={send}>
            <div className="actions end">
              <button type="button" className="button" onClick={() => setAsking(undefined)}>
                {common.cancel}
              </button>
              <Submit>{asking === 'reopen' ? tickets.reopen : tickets.close}</Submit>
            </div>
          </Form>
        </Dialog>
      )}
    </>
  );
}
