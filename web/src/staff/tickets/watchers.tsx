import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, unwrap } from '../../api/client';
import { queries } from '../../api/queries';
import { useTexts } from '../../i18n';
import { type Person, WatcherCard } from '../../tickets/watcher-card';
import { useAnnounce } from '../../ui/status';
import { contactsQuery, nameOf, type TicketDetail, watchersQuery } from './queries';

/** Who of the customer sees the ticket besides its contact and the main users. */
export function Watchers({
  ticket: { id, contact, customer },
}: {
  readonly ticket: TicketDetail;
}): ReactNode {
  const { watchers: texts } = useTexts().staffTickets;
  const announce = useAnnounce();
  const { data: watchers } = useQuery(watchersQuery(id));
  const { data: contacts } = useQuery(contactsQuery(customer.id));
  if (!watchers) return null;
  const known = new Set([contact?.id, ...watchers.items.map((watcher) => watcher.id)]);
  const others = (contacts?.items ?? [])
    .filter(({ id: other, portalAccess }) => portalAccess.state === 'ACTIVE' && !known.has(other))
    .map((one) => ({ id: one.id, name: nameOf(one) }));

  const refresh = async (text: string): Promise<void> => {
    announce(text);
    await Promise.all(
      ['listTicketWatchers', 'getTicket'].map((operation) =>
        queries.invalidateQueries({ queryKey: [operation, { id }] }),
      ),
    );
  };
  const add = async ({ id: contactId, name }: Person): Promise<void> => {
    const path = { id, contactId };
    unwrap(await api.PUT('/api/v1/staff/tickets/{id}/watchers/{contactId}', { params: { path } }));
    await refresh(texts.added(name));
  };
  const remove = async ({ id: contactId, name }: Person): Promise<void> => {
    const path = { id, contactId };
    unwrap(await api.DELETE('/api/v1/staff/tickets/{id}/watchers/{contactId}', { params: { path } }));
    await refresh(texts.removed(name));
  };
  return (
    <WatcherCard
      texts={texts}
      watchers={watchers.items}
      removalOf={({ name }) => texts.remove(name)}
      onRemove={remove}
      others={others}
      onAdd={add}
    />
  );
}
