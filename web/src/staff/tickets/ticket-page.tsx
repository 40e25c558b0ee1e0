import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Merge } from 'lucide-react';
import { type ReactNode, useLayoutEffect, useState } from 'react';
import { useFormat, useTexts } from '../../i18n';
import { useMoveDraft } from '../../session/drafts';
import { useTenant } from '../../session/tenant';
import { timelineOf } from '../../tickets/timeline';
import { Failure, Notice } from '../../ui/feedback';
import { lazyPart } from '../../ui/lazy-part';
import { LoadMore } from '../../ui/load-more';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { useAnnounce } from '../../ui/status';
import type { Neighbours } from '../neighbours';
import { UndeliveredMails } from '../undelivered-mails';
import { Answer } from './answer';
import { Conversation } from './conversation';
import { CustomerCard } from './customer-card';
import { Properties } from './properties';
import {
  cannedRepliesQuery,
  categoriesQuery,
  commentsQuery,
  type TicketDetail,
  ticketQuery,
  uploadLimitsQuery,
  watchersQuery,
} from './queries';
import { PriorityPill, StatusPill } from './status';
import { Watchers } from './watchers';
import { useTicketNeighbours, TicketNavigation } from './ticket-navigation';
import '../../styles/staff-ticket.css';

/** Of its own file: most tickets stay alone. */
const MergeTicket = lazyPart(async () => (await import('./merge-ticket')).MergeTicket);

export function TicketPage(): ReactNode {
  const { id } = useParams({ from: '/staff/$slug/workplace/tickets/$id' });
  const ticket = useQuery(ticketQuery(id));
  const besides = [
    useInfiniteQuery(commentsQuery(id)),
    useQuery(cannedRepliesQuery),
    useQuery(uploadLimitsQuery),
    useQuery(categoriesQuery),
    useQuery(watchersQuery(id)),
  ];
  // Here, where it stays from ticket to ticket.
  const neighbours = useTicketNeighbours(id);
  return (
    <Loaded query={ticket} besides={besides}>
      {(data) => <TicketView key={id} ticket={data} neighbours={neighbours} />}
    </Loaded>
  );
}

interface TicketViewProps {
  readonly ticket: TicketDetail;
  readonly neighbours: Neighbours;
}

function TicketView({ ticket, neighbours }: TicketViewProps): ReactNode {
  const { staffTickets: texts } = useTexts();
  const format = useFormat();
  const comments = useInfiniteQuery(commentsQuery(ticket.id));
  const [merging, setMerging] = useState(false);
  const { mergedInto } = ticket;
  const written = comments.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page
      title={ticket.subject}
      actions={
        !mergedInto && (
          <button type="button" className="button" onClick={() => setMerging(true)}>
            <Merge size={18} aria-hidden />
            {texts.merge.open}
          </button>
        )
      }
      above={<TicketNavigation {...neighbours} />}
      below={
        <div className="row muted">
          <StatusPill status={ticket.status} />
          <PriorityPill priority={ticket.priority} />
          <span className="number whole">{ticket.number}</span>
          <span>{ticket.contact?.name ?? ticket.customer.name}</span>
          {ticket.device && <span>{ticket.device.name}</span>}
          <span>{format.dateTime(ticket.createdAt)}</span>
        </div>
      }
    >
      {merging && <MergeTicket ticket={ticket} onClose={() => setMerging(false)} />}
      <div className="ticket">
        <div className="stack">
          {mergedInto ? (
            <MergedInto from={ticket.id} into={mergedInto} />
          ) : (
            <Answer ticket={ticket} inList={Boolean(neighbours.previous ?? neighbours.next)} />
          )}
          <UndeliveredMails mails={ticket.undelivered} />
          {comments.isError && !comments.data && (
            <Failure error={comments.error} retry={() => void comments.refetch()} />
          )}
          {comments.data && (
            <Conversation ticketId={ticket.id} entries={timelineOf(ticket, written, !comments.hasNextPage)} />
          )}
          <LoadMore list={comments} />
        </div>
        <aside className="stack" aria-label={texts.beside}>
          <Properties ticket={ticket} />
          <CustomerCard ticket={ticket} />
          <Watchers ticket={ticket} />
        </aside>
      </div>
    </Page>
  );
}

interface MergedIntoProps {
  readonly from: string;
  readonly into: NonNullable<TicketDetail['mergedInto']>;
}

/** Leads to the ticket in which one goes on; what was being written stands there. */
function MergedInto({ from, into: { id, number } }: MergedIntoProps): ReactNode {
  const { merge: texts } = useTexts().staffTickets;
  const { slug } = useTenant();
  const announce = useAnnounce();
  const moveDraft = useMoveDraft();
  useLayoutEffect(() => {
    if (moveDraft(`staff-answer:${from}`, `staff-answer:${id}`)) announce(texts.draftMoved);
  }, [from, id, moveDraft, announce, texts]);
  return (
    <Notice tone="info">
      {texts.goesOn}{' '}
      <Link to="/staff/$slug/tickets/$id" params={{ slug, id }}>
        {number}
      </Link>
    </Notice>
  );
}
