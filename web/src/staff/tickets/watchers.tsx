import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, unwrap } from '../../api/client';
import { queries } from '../../api/queries';
import { useTexts } from '../../i18n';
import type { AddWatcherProps } from '../../tickets/add-watcher';
import { type Person, WatcherCard } from '../../tickets/watcher-card';
import { lazyPart } from '../../ui/lazy-part';
import { useAnnounce } from '../../ui/status';
import { type Contact, contactsQuery, nameOf, type TicketDetail, watchersQuery } from './queries';

const AddWatcher = lazyPart<AddWatcherProps<Contact>>(
  async () => (await import('../../tickets/add-watcher')).AddWatcher,
);

/** Who of the customer sees the ticket besides its contact and the main users. */
export function Watchers({
  ticket: { id, contact, customer },
}: {
  readonly ticket: TicketDetail;
}): ReactNode {
  const { watchers: texts, findContact } = useTexts().staffTickets;
  const announce = useAnnounce();
  const { data: watchers } = useQuery(watchersQuery(id));
  if (!watchers) return null;
  const known = new Set([contact?.id, ...watchers.items.map((watcher) => watcher.id)]);

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
      adding={
        <AddWatcher
          texts={{ ...texts, find: findContact }}
          people={(words) => contactsQuery(customer.id, words)}
          keep={({ id: other, portalAccess }) => portalAccess.state === 'ACTIVE' && !known.has(other)}
          nameOf={nameOf}
          onAdd={add}
        />
      }
    />
  );
}
