import {
  ChevronsUp,
  CircleCheck,
  CircleDot,
  Hourglass,
  Lock,
  type LucideIcon,
  Sparkle,
  TriangleAlert,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { Pill, type Tone } from '../../ui/feedback';
import type { Ticket, TicketStatus } from './queries';

const LOOKS: Record<TicketStatus, { tone: Tone; icon: LucideIcon }> = {
  NEW: { tone: 'warn', icon: Sparkle },
  IN_PROGRESS: { tone: 'info', icon: CircleDot },
  WAITING_FOR_CUSTOMER: { tone: 'neutral', icon: Hourglass },
  RESOLVED: { tone: 'good', icon: CircleCheck },
  CLOSED: { tone: 'neutral', icon: Lock },
};

export function StatusPill({ status }: Pick<Ticket, 'status'>): ReactNode {
  const { staffTickets } = useTexts();
  return <Pill {...LOOKS[status]}>{staffTickets.status[status]}</Pill>;
}

/** Only where it says something. */
export function PriorityPill({ priority }: Pick<Ticket, 'priority'>): ReactNode {
  const { staffTickets } = useTexts();
  if (priority !== 'HIGH' && priority !== 'URGENT') return null;
  const urgent = priority === 'URGENT';
  return (
    <Pill tone={urgent ? 'bad' : 'warn'} icon={urgent ? TriangleAlert : ChevronsUp}>
      {staffTickets.priorities[priority]}
    </Pill>
  );
}
