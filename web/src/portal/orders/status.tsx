import { Ban, CircleCheck, CircleX, Inbox, type LucideIcon, Tag, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { components } from '../../api/schema';
import { type Texts, useTexts } from '../../i18n';
import { Pill, type Tone } from '../../ui/feedback';

type Order = components['schemas']['PortalOrderDto'];
type State = Pick<Order, 'status' | 'offer' | 'quoteRequestId'>;

const LOOKS: Record<Order['status'], { tone: Tone; icon: LucideIcon }> = {
  RECEIVED: { tone: 'info', icon: Inbox },
  ACCEPTED: { tone: 'good', icon: CircleCheck },
  REJECTED: { tone: 'bad', icon: CircleX },
  OFFER_MADE: { tone: 'warn', icon: Tag },
  OFFER_WITHDRAWN: { tone: 'neutral', icon: Undo2 },
  OFFER_ACCEPTED: { tone: 'good', icon: CircleCheck },
  OFFER_DECLINED: { tone: 'neutral', icon: CircleX },
  CANCELLED: { tone: 'neutral', icon: Ban },
};

/** Came from an accepted offer and is to be confirmed yet: nobody can take it back. */
export function isBinding({ status, quoteRequestId }: State): boolean {
  return status === 'RECEIVED' && quoteRequestId !== undefined;
}

function isExpired({ status, offer }: State): boolean {
  return status === 'OFFER_MADE' && offer?.expired === true;
}

export function stateName(order: State, texts: Texts['orders']): string {
  if (isExpired(order)) return texts.offerExpired;
  return isBinding(order) ? texts.binding : texts.status[order.status];
}

/** The state of an order; an expired offer needs no action. */
export function OrderStatusPill({ order }: { readonly order: State }): ReactNode {
  const { orders } = useTexts();
  const look = LOOKS[order.status];
  return (
    <Pill icon={look.icon} tone={isExpired(order) ? 'neutral' : look.tone}>
      {stateName(order, orders)}
    </Pill>
  );
}
