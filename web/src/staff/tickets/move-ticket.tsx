import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { api, unwrap } from '../../api/client';
import { isProblem } from '../../api/problems';
import { keepAnswer, queries } from '../../api/queries';
import { useTexts } from '../../i18n';
import { useTenant } from '../../session/tenant';
import { Dialog } from '../../ui/dialog';
import { Form, Submit } from '../../ui/form';
import { useAnnounce } from '../../ui/status';
import type { Values } from '../../ui/values';
import { CustomerChoice } from '../inbox/customer-choice';
import type { FoundCustomer } from '../inbox/customer-search';
import { Refused } from '../refused';
import { ContactField } from './customer-field';
import { useLeadOn } from './lead-on';
import { type TicketDetail, ticketHasChanged, ticketQuery } from './queries';

/** What the company of before has a part in stays there. */
const STAYS = ['ticket.known-to-customer', 'ticket.has-merged'];

interface MoveTicketProps {
  readonly ticket: TicketDetail;
  readonly onClose: () => void;
}

/** Takes a ticket to the customer for whom it should have been recorded; says before what will happen. */
export function MoveTicket({ ticket, onClose }: MoveTicketProps): ReactNode {
  const { staffTickets, common } = useTexts();
  const { move: texts } = staffTickets;
  const announce = useAnnounce();
  const [target, setTarget] = useState<FoundCustomer>();
  const [stays, setStays] = useState(false);
  const { place, onKnown } = useLeadOn(false, 1);
  const { id, number, customer, device } = ticket;

  const send = async (values: Values): Promise<void> => {
    if (!target) throw new Refused(texts.chooseFirst);
    const params = { path: { id }, header: { 'If-Match': `"${ticket.version}"` } };
    const body = { customerId: target.id, contactId: values.optional('contactId') };
    try {
      const moved = unwrap(await api.PUT('/api/v1/staff/tickets/{id}/customer', { params, body }));
      keepAnswer(ticketQuery(id).queryKey, moved);
    } catch (error) {
      setStays(isProblem(error, 409) && STAYS.includes(error.code));
      await ticketHasChanged(id);
      throw isProblem(error, 412) ? new Refused(staffTickets.changedMeanwhile) : error;
    }
    onClose();
    announce(texts.done(number, target.name));
    void queries.invalidateQueries({ queryKey: ['getCustomerOverview'] });
    void queries.invalidateQueries({ queryKey: ['listTicketWatchers', { id }] });
    await ticketHasChanged(id);
  };
  return (
    <Dialog title={texts.title(number)} onClose={onClose}>
      <Form onSend={send}>
        <div ref={place}>
          <CustomerChoice label={texts.target} another={texts.another} chosen={target} onChoose={setTarget} />
        </div>
        {target && <ContactField key={target.id} customerId={target.id} onKnown={onKnown} />}
        {target && stays && <RecordAnew customerId={target.id} />}
        <ul className="points">
          <li>{texts.former(customer.name)}</li>
          <li>{texts.new}</li>
          {device && <li>{texts.device(device.name)}</li>}
          <li>{texts.onlyBefore}</li>
        </ul>
        <div className="actions end">
          <button type="button" className="button" onClick={onClose}>
            {common.cancel}
          </button>
          <Submit>{texts.submit}</Submit>
        </div>
      </Form>
    </Dialog>
  );
}

/** The way that is left where the ticket has to stay. */
function RecordAnew({ customerId }: { readonly customerId: string }): ReactNode {
  const { move: texts } = useTexts().staffTickets;
  const { slug } = useTenant();
  return (
    <Link
      to="/staff/$slug/tickets/new"
      params={{ slug }}
      search={{ customer: customerId }}
      className="button"
    >
      {texts.recordAnew}
    </Link>
  );
}
