import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { MessagesSquare } from 'lucide-react';
import type { ReactNode } from 'react';
import { useOverviewTexts } from '../../i18n/overview-texts';
import { useMe } from '../../session/me';
import { useTenant } from '../../session/tenant';
import { Empty, Failure, Skeleton } from '../../ui/feedback';
import { Page } from '../../ui/page';
import { NewTicketLink } from '../tickets/new-link';
import { ticketsQuery } from '../tickets/queries';
import { TicketTable } from '../tickets/ticket-table';
import { overviewQuery } from './query';
import { Tiles } from './tiles';
import { useWaitingTickets, Waiting } from './waiting';
import '../../styles/overview.css';

const TICKETS_SHOWN = 5;

const useOpenTickets = () => useInfiniteQuery(ticketsQuery({}, TICKETS_SHOWN));

/** The overview: what needs the user's attention first. */
export function OverviewPage(): ReactNode {
  const texts = useOverviewTexts();
  const { name } = useMe();
  const overview = useQuery(overviewQuery);
  const waiting = useWaitingTickets(overview.data);
  const tickets = useOpenTickets();
  // All of it at once, so that nothing is pushed down; what fails is not waited for.
  const isComing = overview.isPending || (waiting.isLoading && waiting.failureCount === 0);
  return (
    <Page title={texts.hello(name)} actions={<NewTicketLink />}>
      {overview.isError && !overview.data && (
        <Failure error={overview.error} retry={() => void overview.refetch()} />
      )}
      {overview.data && !isComing && (
        <>
          <Waiting overview={overview.data} tickets={waiting} />
          <Tiles overview={overview.data} />
        </>
      )}
      {isComing ? <Skeleton lines={9} /> : <OpenTickets list={tickets} />}
    </Page>
  );
}

function OpenTickets({ list }: { readonly list: ReturnType<typeof useOpenTickets> }): ReactNode {
  const texts = useOverviewTexts();
  const { slug } = useTenant();
  if (list.isPending) return <Skeleton lines={5} />;
  if (list.isError && !list.data) return <Failure error={list.error} retry={() => void list.refetch()} />;
  const tickets = list.data.pages[0]?.items ?? [];
  return (
    <section className="stack" aria-labelledby="recent">
      <div className="section-head">
        <h2 id="recent">{texts.recent}</h2>
        <Link to="/p/$slug/tickets" params={{ slug }}>
          {texts.allTickets}
        </Link>
      </div>
      {tickets.length > 0 ? (
        <TicketTable label={texts.recent} tickets={tickets} />
      ) : (
        <div className="card">
          <Empty icon={MessagesSquare} title={texts.none} action={<NewTicketLink />}>
            {texts.noneText}
          </Empty>
        </div>
      )}
    </section>
  );
}
