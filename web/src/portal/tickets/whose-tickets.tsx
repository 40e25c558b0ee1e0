import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api, unwrap } from '../../api/client';
import { useTexts } from '../../i18n';
import { useMe } from '../../session/me';
import type { TicketSearch } from './search';

const ALL = 'all';
const MINE = 'mine';
const MOST_COLLEAGUES = 100;

/** For who sees those of the company: all, the own ones, or a colleague's. */
export function WhoseTickets({ search }: { readonly search: TicketSearch }): ReactNode {
  const { tickets } = useTexts();
  const me = useMe();
  const navigate = useNavigate({ from: '/p/$slug/tickets' });
  const colleagues = useQuery({
    queryKey: ['listColleagues', {}],
    queryFn: async ({ signal }) =>
      unwrap(
        await api.GET('/api/v1/portal/colleagues', {
          params: { query: { limit: MOST_COLLEAGUES } },
          signal,
        }),
      ),
  });
  const choose = (whose: string): void =>
    void navigate({
      search: {
        ...search,
        mine: whose === MINE || undefined,
        contact: whose === ALL || whose === MINE ? undefined : whose,
      },
      replace: true,
    });
  const others = colleagues.data?.items.filter(({ id }) => id !== me.id) ?? [];
  return (
    <select
      className="input whose"
      aria-label={tickets.whose}
      value={search.contact ?? (search.mine ? MINE : ALL)}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    >
      <option value={ALL}>{tickets.whoseAll}</option>
      <option value={MINE}>{tickets.whoseMine}</option>
      {others.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
