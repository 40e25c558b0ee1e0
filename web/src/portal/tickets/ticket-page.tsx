import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect, useLayoutEffect } from 'react';
import { useFormat, useTexts } from '../../i18n';
import { useMoveDraft } from '../../session/drafts';
import { useMe } from '../../session/me';
import { BackLink } from '../../session/back-link';
import { queries } from '../../api/queries';
import { Failure, Skeleton } from '../../ui/feedback';
import { LoadMore } from '../../ui/load-more';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { useAnnounce } from '../../ui/status';
import { Closure } from './closure';
import { Conversation } from './conversation';
import { commentsQuery, ticketQuery, type TicketDetail } from './queries';
import { Reply } from './reply';
import { StatusPill } from './status';
import { timelineOf } from '../../tickets/timeline';
import { useManages } from './manages';
import { Watchers } from './watchers';

export function TicketPage(): ReactNode {
  const { id } = useParams({ from: '/p/$slug/portal/tickets/$id' });
  const ticket = useQuery(ticketQuery(id));
  return (
    <Loaded query={ticket}>
      {(data) =>
        data.mergedInto ? (
          <MergedInto from={id} in={data.mergedInto.id} />
        ) : (
          <TicketView key={id} ticket={data} />
        )
      }
    </Loaded>
  );
}

/** Leads to the ticket in which one goes on, with what was being written. */
function MergedInto({ from, in: id }: { readonly from: string; readonly in: string }): ReactNode {
  const { tickets } = useTexts();
  const announce = useAnnounce();
  const moveDraft = useMoveDraft();
  useLayoutEffect(() => {
    if (moveDraft(`reply:${from}`, `reply:${id}`)) announce(tickets.draftMoved);
  }, [from, id, moveDraft, announce, tickets]);
  return <Navigate from="/p/$slug/tickets/$id" to="." params={{ id }} replace />;
}

function TicketView({ ticket }: { readonly ticket: TicketDetail }): ReactNode {
  const { tickets } = useTexts();
  const format = useFormat();
  const { tenant, companies, name } = useMe();
  const manages = useManages()(ticket);
  const comments = useInfiniteQuery(commentsQuery(ticket.id));
  useEffect(() => {
    // Reading it has taken the mark of what is new from it.
    void queries.invalidateQueries({ queryKey: ['listPortalTickets'], refetchType: 'none' });
    void queries.invalidateQueries({ queryKey: ['getPortalOverview'] });
  }, [ticket.updatedAt]);
  return (
    <Page
      title={ticket.subject}
      actions={manages && <Closure ticket={ticket} />}
      above={<BackLink to="/p/$slug/tickets" />}
      below={
        <div className="row muted">
          <span className="print-only">
            {[tenant.name, companies[0]?.name, name].filter(Boolean).join(' · ')}
          </span>
          <StatusPill ticket={ticket} />
          <span className="number whole">{ticket.number}</span>
          {ticket.contact && <span>{ticket.contact.name}</span>}
          {ticket.category && (
            <span>
              {tickets.category}: {ticket.category.name}
            </span>
          )}
          {ticket.device && (
            <span>
              {tickets.device}: {ticket.device.name}
            </span>
          )}
          <span>
            {tickets.created} {format.date(ticket.createdAt)}
          </span>
        </div>
      }
    >
      <Reply ticket={ticket} />
      {comments.isPending && <Skeleton lines={5} />}
      {comments.isError && !comments.data && (
        <Failure error={comments.error} retry={() => void comments.refetch()} />
      )}
      {comments.data && (
        <>
          <Conversation
            ticket={ticket}
            entries={timelineOf(
              ticket,
              comments.data.pages.flatMap(({ items }) => items),
              !comments.hasNextPage,
            )}
          />
          <LoadMore list={comments} />
        </>
      )}
      <Watchers ticket={ticket} manages={manages} />
    </Page>
  );
}
