import { CircleCheck, CircleDot, Hourglass, Lock, type LucideIcon, Sparkle } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { Pill, type Tone } from '../../ui/feedback';
import type { TicketStatus } from './queries';

const LOOKS: Record<TicketStatus, { tone: Tone; icon: LucideIcon }> = {
  NEW: { tone: 'info', icon: Sparkle },
  IN_PROGRESS: { tone: 'info', icon: CircleDot },
  WAITING_FOR_CUSTOMER: { tone: 'warn', icon: Hourglass },
  RESOLVED: { tone: 'good', icon: CircleCheck },
  CLOSED: { tone: 'neutral', icon: Lock },
};

export function StatusPill({ status }: { readonly status: TicketStatus }): ReactNode {
  const { tickets } = useTexts();
  return <Pill {...LOOKS[status]}>{tickets.status[status]}</Pill>;
}
