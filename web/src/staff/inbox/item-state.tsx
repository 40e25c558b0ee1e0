import {
  BadgeQuestionMark,
  CircleCheck,
  CircleX,
  type LucideIcon,
  RotateCcw,
  ShoppingBag,
  Sparkle,
  UserRound,
  UserRoundPlus,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useMe } from '../../session/me';
import { Pill } from '../../ui/feedback';
import type { InboxItem } from './queries';
import type { ItemType } from './search';

export const TYPE_ICONS: Record<ItemType, LucideIcon> = {
  ORDER: ShoppingBag,
  QUOTE_REQUEST: BadgeQuestionMark,
  REGISTRATION: UserRoundPlus,
};

type Shown = Pick<InboxItem, 'state' | 'assignee' | 'reopenedAt'>;

/** Where an item stands: new, back again, with whom, or done. */
export function StatePill({ item: { state, assignee, reopenedAt } }: { readonly item: Shown }): ReactNode {
  const { inbox } = useTexts();
  const me = useMe();
  if (state === 'DONE')
    return (
      <Pill tone="good" icon={CircleCheck}>
        {inbox.states.DONE}
      </Pill>
    );
  if (state === 'REJECTED')
    return (
      <Pill tone="neutral" icon={CircleX}>
        {inbox.states.REJECTED}
      </Pill>
    );
  if (assignee) {
    const mine = assignee.id === me.id;
    return (
      <Pill tone={mine ? 'info' : 'warn'} icon={UserRound}>
        {mine ? inbox.withMe : assignee.name}
      </Pill>
    );
  }
  if (reopenedAt)
    return (
      <Pill tone="warn" icon={RotateCcw}>
        {inbox.declined}
      </Pill>
    );
  return (
    <Pill tone="info" icon={Sparkle}>
      {inbox.states.NEW}
    </Pill>
  );
}
