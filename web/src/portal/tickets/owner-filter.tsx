import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useMe } from '../../session/me';
import { NarrowBox, useChosen, useNarrowing } from '../../ui/narrowing';
import { colleagueQuery, colleaguesQuery } from './queries';
import type { TicketSearch } from './search';

const ALL = 'all';
const MINE = 'mine';

/** For who sees those of the company: all, the own ones, or a colleague's. */
export function OwnerFilter({ search }: { readonly search: TicketSearch }): ReactNode {
  const { tickets, common } = useTexts();
  const me = useMe();
  const navigate = useNavigate({ from: '/p/$slug/tickets' });
  const list = useNarrowing(colleaguesQuery, { keep: ({ id }) => id !== me.id });
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
  const others = list.items ?? [];
  const isListed = others.some(({ id }) => id === contact);
  const { isKnown, chosen } = useChosen(list, contact === MINE ? '' : (contact ?? ''), colleagueQuery);
  return (
    <div className="narrowed">
      <NarrowBox label={tickets.colleagueSearch} list={list} />
      <select
        className="input whose"
        aria-label={tickets.whose}
        value={contact ?? (search.mine ? MINE : ALL)}
        onChange={({ currentTarget: { value } }) => choose(value)}
      >
        <option value={ALL}>{tickets.whoseAll}</option>
        <option value={MINE}>{tickets.whoseMine}</option>
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        {contact && contact !== MINE && !isListed && (
          <option value={contact}>{chosen?.name ?? (isKnown ? tickets.whoseOther : common.loading)}</option>
        )}
      </select>
    </div>
  );
}
