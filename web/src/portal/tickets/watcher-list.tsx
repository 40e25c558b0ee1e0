import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api, unwrap } from '../../api/client';
import { queries } from '../../api/queries';
import { useTexts } from '../../i18n';
import { useWatchersTexts } from '../../i18n/watchers-texts';
import { useMe } from '../../session/me';
import { useTenant } from '../../session/tenant';
import type { AddWatcherProps } from '../../tickets/add-watcher';
import { type Person, WatcherCard } from '../../tickets/watcher-card';
import { lazyPart } from '../../ui/lazy-part';
import { useAnnounce } from '../../ui/status';
import { type Colleague, colleaguesQuery, refreshTicket } from './queries';

const AddWatcher = lazyPart<AddWatcherProps<Colleague>>(
  async () => (await import('../../tickets/add-watcher')).AddWatcher,
);

interface WatcherListProps {
  readonly id: string;
  readonly watchers: readonly Person[];
  readonly manages: boolean;
  /** Absent where there is nobody. */
  readonly canBeAdded?: (one: Colleague) => boolean;
}

/** Who watches a ticket, and who is added or leaves. */
export function WatcherList({ id, watchers, manages, canBeAdded }: WatcherListProps): ReactNode {
  const { colleagueSearch } = useTexts().tickets;
  const texts = useWatchersTexts();
  const me = useMe();
  const { slug } = useTenant();
  const navigate = useNavigate();
  const announce = useAnnounce();

  const nameOf = ({ id: one, name }: Person): string | undefined => (one === me.id ? undefined : name);
  const add = async (person: Person): Promise<void> => {
    const path = { id, contactId: person.id };
    unwrap(await api.PUT('/api/v1/portal/tickets/{id}/watchers/{contactId}', { params: { path } }));
    announce(texts.added(nameOf(person)));
    await refreshTicket(id, 'listPortalTicketWatchers');
  };
  const remove = async (person: Person): Promise<void> => {
    const path = { id, contactId: person.id };
    unwrap(await api.DELETE('/api/v1/portal/tickets/{id}/watchers/{contactId}', { params: { path } }));
    announce(texts.removed(nameOf(person)));
    // Who has just left does not see the ticket any more, unless as its owner or a main user.
    if (manages) {
      await refreshTicket(id, 'listPortalTicketWatchers');
      return;
    }
    // A kept list would still show it.
    queries.removeQueries({ queryKey: ['listPortalTickets'] });
    await navigate({ to: '/p/$slug/tickets', params: { slug } });
  };
  const removalOf = (watcher: Person): string | undefined => {
    if (watcher.id === me.id) return texts.leave;
    return manages ? texts.remove(watcher.name) : undefined;
  };
  return (
    <WatcherCard
      texts={texts}
      watchers={watchers}
      removalOf={removalOf}
      onRemove={remove}
      adding={
        canBeAdded && (
          <AddWatcher
            texts={{ ...texts, find: colleagueSearch }}
            people={colleaguesQuery}
            keep={canBeAdded}
            nameOf={({ name }) => name}
            onAdd={add}
          />
        )
      }
    />
  );
}
