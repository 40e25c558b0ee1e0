import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormat, useTexts } from '../../i18n';
import { useTenant } from '../../session/tenant';
import { timelineOf } from '../../tickets/timeline';
import { Failure, Skeleton } from '../../ui/feedback';
import { LoadMore } from '../../ui/load-more';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Answer } from './answer';
import { Conversation } from './conversation';
import { CustomerCard } from './customer-card';
import { Properties } from './properties';
import { commentsQuery, type TicketDetail, ticketQuery } from './queries';
import { PriorityPill, StatusPill } from './status';
import { Watchers } from './watchers';
import '../../styles/staff-ticket.css';

export function TicketPage(): ReactNode {
  const { id } = useParams({ from: '/staff/$slug/workplace/tickets/$id' });
  const ticket = useQuery(ticketQuery(id));
  return <Loaded query={ticket}>{(data) => <TicketView key={id} ticket={data} />}</Loaded>;
}

function TicketView({ ticket }: { readonly ticket: TicketDetail }): ReactNode {
  const { staffTickets: texts } = useTexts();
  const format = useFormat();
  const { slug } = useTenant();
  const comments = useInfiniteQuery(commentsQuery(ticket.id));
  const written = comments.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page
      title={ticket.subject}
      above={
        <Link to="/staff/$slug/tickets" params={{ slug }}>
          <ChevronLeft size={18} aria-hidden />
          {texts.back}
        </Link>
      }
      below={
        <div className="row muted">
          <StatusPill status={ticket.status} />
          <PriorityPill priority={ticket.priority} />
          <span className="number">{ticket.number}</span>
          <span>{ticket.contact?.name ?? ticket.customer.name}</span>
          {ticket.device && <span>{ticket.device.name}</span>}
          <span>{format.dateTime(ticket.createdAt)}</span>
        </div>
      }
    >
      <div className="ticket">
        <div className="stack">
          <Answer ticket={ticket} />
          {comments.isPending && <Skeleton lines={5} />}
          {comments.isError && !comments.data && (
            <Failure error={comments.error} retry={() => void comments.refetch()} />
          )}
          {comments.data && (
            <Conversation ticketId={ticket.id} entries={timelineOf(ticket, written, !comments.hasNextPage)} />
          )}
          <LoadMore
            hasMore={comments.hasNextPage}
            loading={comments.isFetchingNextPage}
            onMore={() => void comments.fetchNextPage()}
          />
        </div>
        <aside className="stack" aria-label={texts.beside}>
          <Properties ticket={ticket} />
          <Watchers ticket={ticket} />
          <CustomerCard customerId={ticket.customer.id} besides={ticket.id} />
        </aside>
      </div>
    </Page>
  );
}
