import { useQuery } from '@tanstack/react-query';
import { type Contact, contactsQuery, type TicketDetail } from './queries';

/** The contact of a ticket as the customer's list has it; of a long list, as it is found by name. */
export function useContactOf({ customer, contact }: TicketDetail): Contact | undefined {
  const isTheirs = ({ id }: Contact): boolean => id === contact?.id;
  const { data: first } = useQuery(contactsQuery(customer.id));
  const { data: found } = useQuery({
    ...contactsQuery(customer.id, contact?.name),
    enabled: contact !== null && first?.nextCursor !== undefined && !first.items.some(isTheirs),
  });
  return (found ?? first)?.items.find(isTheirs);
}
