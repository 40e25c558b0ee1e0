import { Ban, CircleCheck, CircleX, Inbox, type LucideIcon, Tag, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { Pill, type Tone } from '../../ui/feedback';
import type { OrderItem, OrderStatus } from './queries';

const LOOKS: Record<OrderStatus, { tone: Tone; icon: LucideIcon }> = {
  RECEIVED: { tone: 'info', icon: Inbox },
  ACCEPTED: { tone: 'good', icon: CircleCheck },
  REJECTED: { tone: 'bad', icon: CircleX },
  OFFER_MADE: { tone: 'warn', icon: Tag },
  OFFER_WITHDRAWN: { tone: 'neutral', icon: Undo2 },
  OFFER_ACCEPTED: { tone: 'good', icon: CircleCheck },
  OFFER_DECLINED: { tone: 'neutral', icon: CircleX },
  CANCELLED: { tone: 'neutral', icon: Ban },
};

/** The state of an order; an expired offer needs no action. */
export function OrderStatusPill({
  order: { status, offer },
}: {
  readonly order: Pick<OrderItem, 'status' | 'offer'>;
}): ReactNode {
  const { orders } = useTexts();
  const expired = status === 'OFFER_MADE' && offer?.expired;
  const look = expired ? { tone: 'neutral' as const, icon: LOOKS.OFFER_MADE.icon } : LOOKS[status];
  return <Pill {...look}>{expired ? orders.offerExpired : orders.status[status]}</Pill>;
}
