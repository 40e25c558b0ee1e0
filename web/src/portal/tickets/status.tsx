import { CircleCheck, CircleDot, Hourglass, Lock, type LucideIcon, Sparkle } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useMe } from '../../session/me';
import { Pill, type Tone } from '../../ui/feedback';
import type { TicketStatus } from './queries';

const LOOKS: Record<TicketStatus, { tone: Tone; icon: LucideIcon }> = {
  NEW: { tone: 'info', icon: Sparkle },
  IN_PROGRESS: { tone: 'info', icon: CircleDot },
  WAITING_FOR_CUSTOMER: { tone: 'warn', icon: Hourglass },
  RESOLVED: { tone: 'good', icon: CircleCheck },
  CLOSED: { tone: 'neutral', icon: Lock },
};

type Contact = { readonly id: string } | null;

interface StatusProps {
  readonly ticket: { readonly status: TicketStatus; readonly contact: Contact };
}

/** How the states of a ticket are called; what waits for a colleague does not wait for whoever looks at it. */
export function useStatusName(contact: Contact): (status: TicketStatus) => string {
  const { tickets } = useTexts();
  const me = useMe();
  return (status) =>
    status === 'WAITING_FOR_CUSTOMER' && contact?.id !== me.id
      ? tickets.waitingForAnswer
      : tickets.status[status];
}

/** The state of a ticket. */
export function StatusPill({ ticket: { status, contact } }: StatusProps): ReactNode {
  return <Pill {...LOOKS[status]}>{useStatusName(contact)(status)}</Pill>;
}
