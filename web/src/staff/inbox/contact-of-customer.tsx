import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, unwrap } from '../../api/client';
import { useTexts } from '../../i18n';

interface ContactProps {
  readonly customerId: string;
  readonly email: string;
  readonly onChoose: (contactId: string | undefined) => void;
}

const MAX_CONTACTS = 100;

/** A contact of an existing customer, or a new one; who has another address cannot be meant. */
export function ContactOfCustomer({ customerId, email, onChoose }: ContactProps): ReactNode {
  const { inbox } = useTexts();
  const { data } = useQuery({
    queryKey: ['listContacts', { customerId }],
    queryFn: async ({ signal }) =>
      unwrap(
        await api.GET('/api/v1/staff/customers/{id}/contacts', {
          params: { path: { id: customerId }, query: { limit: MAX_CONTACTS } },
          signal,
        }),
      ),
  });
  const fitting = data?.items.filter((one) => !one.email || one.email.toLowerCase() === email.toLowerCase());
  if (!fitting?.length) return null;
  return (
    <select
      className="input"
      aria-label={inbox.contact}
      onChange={({ currentTarget }) => onChoose(currentTarget.value || undefined)}
    >
      <option value="">{inbox.newContact}</option>
      {fitting.map(({ id, firstName, lastName }) => (
        <option key={id} value={id}>
          {[firstName, lastName].filter(Boolean).join(' ')}
        </option>
      ))}
    </select>
  );
}
