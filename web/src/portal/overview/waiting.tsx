import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChevronRight, CircleCheck, Hourglass, Tag } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormat } from '../../i18n';
import { useOverviewTexts } from '../../i18n/overview-texts';
import { useTenant } from '../../session/tenant';
import { Whole } from '../../ui/whole';
import { ticketsQuery } from '../tickets/queries';
import type { Overview } from './query';

const TICKETS_SHOWN = 3;

/** Asked for only where there are any. */
export function useWaitingTickets(overview: Overview | undefined) {
  return useInfiniteQuery({
    ...ticketsQuery({ view: 'waiting', mine: true }, TICKETS_SHOWN),
    enabled: (overview?.waitingForMe ?? 0) > 0,
  });
}

interface WaitingProps {
  readonly overview: Overview;
  readonly tickets: ReturnType<typeof useWaitingTickets>;
}

/** What goes on only when this person does something. */
export function Waiting({ overview, tickets }: WaitingProps): ReactNode {
  const texts = useOverviewTexts();
  const format = useFormat();
  const { slug } = useTenant();
  const { waitingForMe, offersToAnswer } = overview;
  const shown = tickets.data?.pages[0]?.items ?? [];
  if (waitingForMe === 0 && offersToAnswer.length === 0) {
    return (
      <p className="all-done">
        <CircleCheck size={20} aria-hidden />
        {texts.waitingNone}
      </p>
    );
  }
  return (
    <section className="stack" aria-labelledby="waiting">
      <div className="section-head">
        <h2 id="waiting">{texts.waiting}</h2>
        {waitingForMe > TICKETS_SHOWN && (
          <Link to="/p/$slug/tickets" params={{ slug }} search={{ view: 'waiting', mine: true }}>
            {texts.waitingAll(waitingForMe)}
          </Link>
        )}
      </div>
      <ul className="list waiting">
        {offersToAnswer.map(({ orderId, number, validUntil }) => (
          <li key={orderId}>
            <Link to="/p/$slug/orders/$id" params={{ slug, id: orderId }}>
              <Tag size={22} aria-hidden />
              <span className="waiting-text">
                <strong>
                  <Whole text={texts.offer(number)} />
                </strong>
                <span className="small">{texts.offerUntil(format.date(validUntil))}</span>
              </span>
              <ChevronRight size={20} aria-hidden />
            </Link>
          </li>
        ))}
        {shown.map(({ id, number, subject, updatedAt }) => (
          <li key={id}>
            <Link to="/p/$slug/tickets/$id" params={{ slug, id }}>
              <Hourglass size={22} aria-hidden />
              <span className="waiting-text">
                <strong>{subject}</strong>
                <span className="small">
                  <Whole text={number} /> · {format.ago(updatedAt)}
                </span>
              </span>
              <ChevronRight size={20} aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
