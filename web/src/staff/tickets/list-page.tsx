import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { MessagesSquare, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormat, useTexts } from '../../i18n';
import { useMe } from '../../session/me';
import { useTenant } from '../../session/tenant';
import { Empty, Failure, Skeleton } from '../../ui/feedback';
import { LoadMore } from '../../ui/load-more';
import { Page } from '../../ui/page';
import { Filters } from './filters';
import { myFiltersQuery } from './my-filters';
import { useRowKeys } from './row-keys';
import { SavedFilters } from './saved-filters';
import { useSelection } from './selection';
import { SeveralTickets } from './several-tickets';
import { ticketCountQuery, ticketsQuery } from './queries';
import { fixesAssignee, isNarrowed, ordersOf, type TicketSearch, type View, VIEWS } from './search';
import { TicketTable } from './ticket-table';

export function TicketsPage(): ReactNode {
  const { staffTickets: texts } = useTexts();
  const { slug } = useTenant();
  const search = useSearch({ from: '/staff/$slug/workplace/tickets' });
  // They stand above the list, which is asked for meanwhile and would be pushed down.
  const filters = useQuery(myFiltersQuery(useMe().id));
  useInfiniteQuery(ticketsQuery(search));
  return (
    <Page
      title={texts.title}
      actions={
        <Link to="/staff/$slug/tickets/new" params={{ slug }} className="button primary">
          <Plus size={18} aria-hidden />
          {texts.record.title}
        </Link>
      }
    >
      <div className="tools">
        <nav className="segments" aria-label={texts.viewsLabel}>
          {VIEWS.map((view) => (
            <Link
              key={view}
              to="/staff/$slug/tickets"
              params={{ slug }}
              search={{
                ...search,
                view: view === 'all' ? undefined : view,
                assignee: fixesAssignee(view) ? undefined : search.assignee,
                order: ordersOf(view).find((each) => each === search.order),
              }}
              activeOptions={{ explicitUndefined: true }}
            >
              {texts.views[view]}
              {view !== 'done' && <Count view={view} />}
            </Link>
          ))}
        </nav>
        <Filters search={search} />
      </div>
      {filters.isLoading ? (
        <Skeleton lines={9} />
      ) : (
        <>
          <SavedFilters search={search} />
          <Tickets key={JSON.stringify(search)} search={search} />
        </>
      )}
    </Page>
  );
}

function Count({ view }: { readonly view: View }): ReactNode {
  const format = useFormat();
  const { data } = useQuery(ticketCountQuery(view));
  // It keeps its place until it is known.
  return <span className="count">{data === undefined ? '…' : format.number(data)}</span>;
}

function Tickets({ search }: { readonly search: TicketSearch }): ReactNode {
  const { staffTickets: texts } = useTexts();
  const { view = 'all', q } = search;
  const narrowed = isNarrowed(search);
  const list = useInfiniteQuery(ticketsQuery(search));
  const { selected, select, toggle } = useSelection();
  const found = list.data?.pages.flatMap(({ items }) => items) ?? [];
  useRowKeys(found, toggle);
  if (list.isPending) return <Skeleton lines={9} />;
  if (list.isError && !list.data) return <Failure error={list.error} retry={() => void list.refetch()} />;
  const several = <SeveralTickets tickets={found.filter(({ id }) => selected.has(id))} onSelect={select} />;
  if (found.length === 0) {
    return (
      <>
        {several}
        <div className="card">
          <Empty icon={MessagesSquare} title={narrowed ? texts.nothingFound : texts.empty[view]}>
            {q ? texts.nothingFoundText(q) : !narrowed && texts.emptyText[view]}
          </Empty>
        </div>
      </>
    );
  }
  return (
    <>
      {several}
      <TicketTable
        label={texts.views[view]}
        tickets={found}
        selected={selected}
        onSelect={select}
        onToggle={toggle}
      />
      <p className="muted small key-hint">{texts.several.keys}</p>
      <LoadMore list={list} />
    </>
  );
}
