import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ChevronDown, ChevronLeft, ChevronUp } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { useTexts } from '../../i18n';
import { useTenant } from '../../session/tenant';
import { type Neighbours, useNeighbours } from '../neighbours';
import { keyOf, useShortcuts } from '../shortcuts';
import { ticketsQuery } from './queries';
import { rememberNeighbours } from './row-keys';

/** The tickets before and after one in the list that it was opened from, and the keys that lead there. */
export function useTicketNeighbours(id: string): Neighbours {
  const { slug } = useTenant();
  const search = useSearch({ from: '/staff/$slug/workplace/tickets/$id' });
  const navigate = useNavigate();
  const list = useInfiniteQuery({ ...ticketsQuery(search), enabled: search.view !== undefined });
  // Without a queue there is none, even where its list is known already.
  const { previous, next } = useNeighbours(list, search.view === undefined ? undefined : id);
  useEffect(() => rememberNeighbours({ previous, next }), [previous, next]);
  const go = (to: string | undefined): (() => void) | undefined =>
    to === undefined
      ? undefined
      : () => void navigate({ to: '/staff/$slug/tickets/$id', params: { slug, id: to }, search });
  useShortcuts({ k: go(previous), j: go(next) });
  return { previous, next };
}

/** Back to the list, and to those before and after the ticket there. */
export function TicketNavigation({ previous, next }: Neighbours): ReactNode {
  const { common, staffTickets: texts } = useTexts();
  const { slug } = useTenant();
  const search = useSearch({ from: '/staff/$slug/workplace/tickets/$id' });
  const ways = [
    ['k', previous, texts.previous, ChevronUp],
    ['j', next, texts.next, ChevronDown],
  ] as const;
  return (
    <div className="ticket-navigation">
      <Link to="/staff/$slug/tickets" params={{ slug }} search={search}>
        <ChevronLeft size={18} aria-hidden />
        {search.view === undefined || search.view === 'all' ? common.backToList : texts.views[search.view]}
      </Link>
      {ways.map(
        ([key, to, label, Icon]) =>
          to !== undefined && (
            <Link
              key={key}
              to="/staff/$slug/tickets/$id"
              params={{ slug, id: to }}
              search={search}
              className="icon-button"
              aria-label={label}
              {...keyOf(key, label)}
            >
              <Icon size={18} aria-hidden />
            </Link>
          ),
      )}
    </div>
  );
}
