import { useCan, useMe } from '../../session/me';
import type { TicketDetail } from './queries';

/** Whether somebody decides about a ticket, or only reads and answers it because they watch it. */
export function useManages(): (ticket: Pick<TicketDetail, 'contact'>) => boolean {
  const me = useMe();
  const can = useCan();
  return ({ contact }) => can('TICKETS_OF_COMPANY') || contact?.id === me.id;
}
