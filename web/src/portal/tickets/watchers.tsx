import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { lazyPart } from '../../ui/lazy-part';
import { type Colleague, colleaguesQuery, type TicketDetail, watchersQuery } from './queries';

/** Of a file of its own: on most tickets nobody watches, and where nobody can be added nothing is shown. */
const WatcherList = lazyPart(async () => (await import('./watcher-list')).WatcherList);

interface WatchersProps {
  readonly ticket: TicketDetail;
  /** Whether whoever looks at it may change who watches, besides leaving. */
  readonly manages: boolean;
}

/** Who sees the ticket besides its contact; not there for who can neither see nor add anybody. */
export function Watchers({ ticket: { id, contact }, manages }: WatchersProps): ReactNode {
  const { data } = useQuery(watchersQuery(id));
  const colleagues = useQuery({ ...colleaguesQuery(), enabled: manages });
  if (!data) return null;
  const { items } = data;
  const known = new Set([contact?.id, ...items.map((watcher) => watcher.id)]);
  const canBeAdded = (one: Colleague): boolean => one.hasAccess && !known.has(one.id);
  const adds = colleagues.data?.nextCursor !== undefined || colleagues.data?.items.some(canBeAdded);
  if (items.length === 0 && !adds) return null;
  return (
    <WatcherList id={id} watchers={items} manages={manages} canBeAdded={adds ? canBeAdded : undefined} />
  );
}
