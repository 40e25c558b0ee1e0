import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n';
import { useMe } from '../../session/me';
import { NarrowBox, useNarrowing } from '../../ui/narrowing';
import { type Colleague, colleaguesQuery } from './queries';
import type { TicketSearch } from './search';

const ALL = 'all';
const MINE = 'mine';

/** For who sees those of the company: all, the own ones, or a colleague's. */
export function OwnerFilter({ search }: { readonly search: TicketSearch }): ReactNode {
  const { tickets, common } = useTexts();
  const me = useMe();
  const navigate = useNavigate({ from: '/p/$slug/tickets' });
  const list = useNarrowing(colleaguesQuery, { keep: ({ id }) => id !== me.id });
  // Whom the search does not hold any more.
  const [chosen, setChosen] = useState<Colleague>();
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
  const nameOfChosen = (): string => {
    if (contact === chosen?.id) return chosen?.name ?? '';
    return list.items ? tickets.whoseOther : common.loading;
  };
  return (
    <div className="narrowed">
      <NarrowBox label={tickets.colleagueSearch} list={list} />
      <select
        className="input whose"
        aria-label={tickets.whose}
        value={contact ?? (search.mine ? MINE : ALL)}
        onChange={({ currentTarget: { value } }) => {
          setChosen(others.find(({ id }) => id === value) ?? chosen);
          choose(value);
        }}
      >
        <option value={ALL}>{tickets.whoseAll}</option>
        <option value={MINE}>{tickets.whoseMine}</option>
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        {contact && contact !== MINE && !isListed && <option value={contact}>{nameOfChosen()}</option>}
      </select>
    </div>
  );
}
