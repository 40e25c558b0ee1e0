import { CircleCheck, CircleDashed, CircleX, Inbox, type LucideIcon, Send } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { Pill, type Tone } from '../../ui/feedback';
import type { OrderItem, OrderStatus } from './queries';

const LOOKS: Record<OrderStatus, { tone: Tone; icon: LucideIcon }> = {
  RECEIVED: { tone: 'info', icon: Inbox },
  ACCEPTED: { tone: 'good', icon: CircleCheck },
  REJECTED: { tone: 'bad', icon: CircleX },
  OFFER_MADE: { tone: 'warn', icon: Send },
  OFFER_WITHDRAWN: { tone: 'neutral', icon: CircleDashed },
  OFFER_ACCEPTED: { tone: 'good', icon: CircleCheck },
  OFFER_DECLINED: { tone: 'neutral', icon: CircleX },
  CANCELLED: { tone: 'neutral', icon: CircleX },
};

/** The state of an order as staff say it; an expired offer needs no action. */
export function OrderStatusPill({
  order: { status, offer },
}: {
  readonly order: Pick<OrderItem, 'status' | 'offer'>;
}): ReactNode {
  const { customers, staffOrders } = useTexts();
  const expired = status === 'OFFER_MADE' && offer?.expired;
  return (
    <Pill tone={expired ? 'neutral' : LOOKS[status].tone} icon={LOOKS[status].icon}>
      {expired ? staffOrders.offerExpired : customers.orderStatus[status]}
    </Pill>
  );
}
