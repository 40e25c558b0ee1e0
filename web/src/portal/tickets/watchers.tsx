import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api, unwrap } from '../../api/client';
import { queries } from '../../api/queries';
import { useTexts } from '../../i18n';
import { useMe } from '../../session/me';
import { useTenant } from '../../session/tenant';
import type { AddWatcherProps } from '../../tickets/add-watcher';
import { type Person, WatcherCard } from '../../tickets/watcher-card';
import { lazyPart } from '../../ui/lazy-part';
import { useAnnounce } from '../../ui/status';
import { type Colleague, colleaguesQuery, type TicketDetail, watchersQuery } from './queries';

const AddWatcher = lazyPart<AddWatcherProps<Colleague>>(
  async () => (await import('../../tickets/add-watcher')).AddWatcher,
);

interface WatchersProps {
  readonly ticket: TicketDetail;
  /** Whether whoever looks at it may change who watches, besides leaving. */
  readonly manages: boolean;
}

/** Who sees the ticket besides its contact; not there for who can neither see nor add anybody. */
export function Watchers({ ticket: { id, contact }, manages }: WatchersProps): ReactNode {
  const { watchers: texts, you, colleagueSearch } = useTexts().tickets;
  const me = useMe();
  const { slug } = useTenant();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const { data } = useQuery(watchersQuery(id));
  const colleagues = useQuery({ ...colleaguesQuery(), enabled: manages });
  if (!data) return null;
  const { items } = data;
  const known = new Set([contact?.id, ...items.map((watcher) => watcher.id)]);
  const canBeAdded = (one: Colleague): boolean => one.hasAccess && !known.has(one.id);
  const adds = colleagues.data?.nextCursor !== undefined || colleagues.data?.items.some(canBeAdded);
  if (items.length === 0 && !adds) return null;

  const called = (person: Person): string => (person.id === me.id ? you : person.name);
  const add = async (person: Person): Promise<void> => {
    const path = { id, contactId: person.id };
    unwrap(await api.PUT('/api/v1/portal/tickets/{id}/watchers/{contactId}', { params: { path } }));
    announce(texts.added(called(person)));
    await refresh(id);
  };
  const remove = async (person: Person): Promise<void> => {
    const path = { id, contactId: person.id };
    unwrap(await api.DELETE('/api/v1/portal/tickets/{id}/watchers/{contactId}', { params: { path } }));
    announce(texts.removed(called(person)));
    // Who has just left does not see the ticket any more, unless as its owner or a main user.
    if (manages) return refresh(id);
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
      watchers={items}
      removalOf={removalOf}
      onRemove={remove}
      adding={
        adds && (
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

async function refresh(id: string): Promise<void> {
  await Promise.all(
    ['listPortalTicketWatchers', 'getPortalTicket'].map((operation) =>
      queries.invalidateQueries({ queryKey: [operation, { id }] }),
    ),
  );
}
