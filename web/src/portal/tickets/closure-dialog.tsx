import type { ReactNode } from 'react';
import { api, unwrap } from '../../api/client';
import { queries } from '../../api/queries';
import { useTexts } from '../../i18n';
import { useClosureTexts } from '../../i18n/closure-texts';
import { Dialog } from '../../ui/dialog';
import { Form, Submit } from '../../ui/form';
import { useAnnounce } from '../../ui/status';

interface ClosureDialogProps {
  readonly id: string;
  readonly asking: 'close' | 'reopen';
  readonly onClose: () => void;
}

/** Asks whether a ticket is to be closed, or to go on. */
export function ClosureDialog({ id, asking, onClose }: ClosureDialogProps): ReactNode {
  const { tickets, common } = useTexts();
  const texts = useClosureTexts();
  const announce = useAnnounce();
  const reopens = asking === 'reopen';

  const send = async (): Promise<void> => {
    const path = { params: { path: { id } } };
    unwrap(
      await (reopens
        ? api.DELETE('/api/v1/portal/tickets/{id}/closure', path)
        : api.PUT('/api/v1/portal/tickets/{id}/closure', path)),
    );
    await queries.invalidateQueries({ queryKey: ['getPortalTicket', { id }] });
    void queries.invalidateQueries({ queryKey: ['listPortalTickets'] });
    onClose();
    announce(reopens ? texts.reopened : texts.closed);
  };
  return (
    <Dialog title={reopens ? tickets.reopen : texts.closeAsk} onClose={onClose}>
      <p className="muted">{reopens ? texts.reopenText : texts.closeText}</p>
      <Form onSend={send}>
        <div className="actions end">
          <button type="button" className="button" onClick={onClose}>
            {common.cancel}
          </button>
          <Submit>{reopens ? tickets.reopen : tickets.close}</Submit>
        </div>
      </Form>
    </Dialog>
  );
}
