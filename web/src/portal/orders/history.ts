import type { useOrderTexts } from '../../i18n/order-texts';
import type { OrderDetail } from './queries';

interface HistoryEntry {
  readonly at: string;
  readonly text: string;
  readonly note?: string | null;
}

/** What has become of an order, the newest first. */
export function historyOf(order: OrderDetail, { events }: ReturnType<typeof useOrderTexts>): HistoryEntry[] {
  const { createdAt, decidedAt, answeredAt, answerNote, status, offer, cancellation, message } = order;
  const created = order.quoteRequestId === undefined ? events.created : events.fromOffer;
  const entries: HistoryEntry[] = [{ at: createdAt, text: created }];
  if (decidedAt) {
    const decision = offer ? 'OFFER' : status === 'REJECTED' ? 'REJECTED' : 'ACCEPTED';
    const withdrawn = status === 'OFFER_WITHDRAWN';
    entries.push({
      at: decidedAt,
      text: withdrawn ? events.withdrawn : events.decided[decision],
      note: message,
    });
  }
  if (answeredAt && (status === 'OFFER_ACCEPTED' || status === 'OFFER_DECLINED')) {
    entries.push({ at: answeredAt, text: events.answered[status], note: answerNote });
  }
  if (cancellation) {
    const { cancelledAt, cancelledBy, reason } = cancellation;
    entries.push({ at: cancelledAt, text: events.cancelled[cancelledBy], note: reason });
  }
  return entries.sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
}
