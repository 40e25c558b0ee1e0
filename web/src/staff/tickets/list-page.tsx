import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { MessagesSquare } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useTenant } from '../../session/tenant';
import { Empty, Failure, Skeleton } from '../../ui/feedback';
import { LoadMore } from '../../ui/load-more';
import { Page } from '../../ui/page';
import { SearchBox } from '../../ui/search-box';
import { ticketCountQuery, ticketsQuery } from './queries';
import { type TicketSearch, type View, VIEWS } from './search';
import { TicketTable } from './ticket-table';

export function TicketsPage(): ReactNode {
  const { staffTickets: texts } = useTexts();
  const { slug } = useTenant();
  const search = useSearch({ from: '/staff/$slug/workplace/tickets' });
  const navigate = useNavigate({ from: '/staff/$slug/tickets' });
  return (
    <Page title={texts.title}>
      <div className="tools">
        <nav className="segments" aria-label={texts.viewsLabel}>
          {VIEWS.map((view) => (
            <Link
              key={view}
              to="/staff/$slug/tickets"
              params={{ slug }}
              search={{ ...search, view: view === 'all' ? undefined : view }}
              activeOptions={{ explicitUndefined: true }}
            >
              {texts.views[view]}
              {view !== 'done' && <Count view={view} />}
            </Link>
          ))}
        </nav>
        <SearchBox
          label={texts.searchLabel}
          placeholder={texts.searchHint}
          value={search.q ?? ''}
          onSearch={(q) => void navigate({ search: (now) => ({ ...now, q: q || undefined }), replace: true })}
        />
      </div>
      <Tickets search={search} />
    </Page>
  );
}

function Count({ view }: { readonly view: View }): ReactNode {
  const { data } = useQuery(ticketCountQuery(view));
  return data === undefined ? null : <span className="count">{data}</span>;
}

function Tickets({ search }: { readonly search: TicketSearch }): ReactNode {
  const { staffTickets: texts } = useTexts();
  const { view = 'all', q } = search;
  const list = useInfiniteQuery(ticketsQuery(search));
  if (list.isPending) return <Skeleton lines={9} />;
  if (list.isError && !list.data) return <Failure error={list.error} retry={() => void list.refetch()} />;
  const found = list.data.pages.flatMap(({ items }) => items);
  if (found.length === 0) {
    return (
      <div className="card">
        <Empty icon={MessagesSquare} title={q ? texts.nothingFound : texts.empty[view]}>
          {q ? texts.nothingFoundText(q) : texts.emptyText[view]}
        </Empty>
      </div>
    );
  }
  return (
    <>
      <TicketTable label={texts.views[view]} tickets={found} />
      <LoadMore
        hasMore={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  );
}
