import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { MessagesSquare } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useCan } from '../../session/me';
import { useTenant } from '../../session/tenant';
import { Empty, Failure, Skeleton } from '../../ui/feedback';
import { LoadMore } from '../../ui/load-more';
import { Page } from '../../ui/page';
import { SearchBox } from '../../ui/search-box';
import { ExportLink } from '../export-link';
import { NewTicketLink } from './new-link';
import { Period } from './period';
import { ticketsFilter, ticketsQuery } from './queries';
import { type TicketSearch, VIEWS } from './search';
import { TicketTable } from './ticket-table';
import { OwnerFilter } from './owner-filter';

export function TicketsPage(): ReactNode {
  const { tickets } = useTexts();
  const { slug } = useTenant();
  const ofCompany = useCan()('TICKETS_OF_COMPANY');
  const search = useSearch({ from: '/p/$slug/portal/tickets' });
  const navigate = useNavigate({ from: '/p/$slug/tickets' });
  return (
    <Page
      title={tickets.title}
      actions={
        <>
          <NewTicketLink />
          <ExportLink list="tickets" filter={ticketsFilter(search)} />
        </>
      }
    >
      <div className="tools">
        <nav className="segments" aria-label={tickets.viewsLabel}>
          {VIEWS.map((view) => (
            <Link
              key={view}
              to="/p/$slug/tickets"
              params={{ slug }}
              search={{ ...search, view: view === 'open' ? undefined : view }}
              activeOptions={{ explicitUndefined: true }}
            >
              {view === 'waiting' && ofCompany ? tickets.waitingForAnswer : tickets.views[view]}
            </Link>
          ))}
        </nav>
        <div className="tools-more">
          <SearchBox
            label={tickets.searchLabel}
            placeholder={tickets.searchHint}
            value={search.q ?? ''}
            onSearch={(q) =>
              void navigate({ search: (now) => ({ ...now, q: q || undefined }), replace: true })
            }
          />
          {ofCompany && <OwnerFilter search={search} />}
          <Period search={search} />
        </div>
      </div>
      <Tickets search={search} />
    </Page>
  );
}

function Tickets({ search }: { readonly search: TicketSearch }): ReactNode {
  const { tickets } = useTexts();
  const { view = 'open', q, from, until } = search;
  const narrowed = Boolean(q ?? from ?? until);
  const list = useInfiniteQuery(ticketsQuery(search));
  if (list.isPending) return <Skeleton lines={9} />;
  if (list.isError && !list.data) return <Failure error={list.error} retry={() => void list.refetch()} />;
  const found = list.data.pages.flatMap(({ items }) => items);
  if (found.length === 0) {
    return (
      <div className="card">
        <Empty
          icon={MessagesSquare}
          title={narrowed ? tickets.empty.search : tickets.empty[view]}
          action={narrowed ? <OtherViewLink search={search} /> : view === 'open' && <NewTicketLink />}
        >
          {q ? tickets.empty.searchText(q) : !narrowed && tickets.empty[`${view}Text`]}
        </Empty>
      </div>
    );
  }
  return (
    <>
      <TicketTable label={tickets.views[view]} tickets={found} />
      <LoadMore list={list} />
    </>
  );
}

/** The same search in the other view: the user need not know the status of the ticket. */
function OtherViewLink({ search }: { readonly search: TicketSearch }): ReactNode {
  const { elsewhere } = useTexts().tickets.empty;
  const { slug } = useTenant();
  const other = (search.view ?? 'open') === 'open' ? 'done' : 'open';
  return (
    <Link
      to="/p/$slug/tickets"
      params={{ slug }}
      search={{ ...search, view: other === 'open' ? undefined : other }}
      className="button"
    >
      {elsewhere[other]}
    </Link>
  );
}
