import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useMe } from '../../session/me';
import { colleaguesQuery } from './queries';
import type { TicketSearch } from './search';

const ALL = 'all';
const MINE = 'mine';

/** For who sees those of the company: all, the own ones, or a colleague's. */
export function OwnerFilter({ search }: { readonly search: TicketSearch }): ReactNode {
  const { tickets, common } = useTexts();
  const me = useMe();
  const navigate = useNavigate({ from: '/p/$slug/tickets' });
  const colleagues = useQuery(colleaguesQuery);
  const choose = (whose: string): void =>
    void navigate({
      search: {
        ...search,
        mine: whose === MINE || undefined,
        contact: whose === ALL || whose === MINE ? undefined : whose,
      },
      replace: true,
    });
  // The own id is what `mine` says.
  const contact = search.contact === me.id ? MINE : search.contact;
  const others = colleagues.data?.items.filter(({ id }) => id !== me.id) ?? [];
  return (
    <select
      className="input whose"
      aria-label={tickets.whose}
      value={contact ?? (search.mine ? MINE : ALL)}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    >
      <option value={ALL}>{tickets.whoseAll}</option>
      <option value={MINE}>{tickets.whoseMine}</option>
      {others.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
      {contact && contact !== MINE && !others.some(({ id }) => id === contact) && (
        <option value={contact}>{colleagues.isPending ? common.loading : tickets.whoseOther}</option>
      )}
    </select>
  );
}
