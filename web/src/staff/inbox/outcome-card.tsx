import type { ReactNode } from 'react';
import { useFormat, useTexts } from '../../i18n';
import { Facts } from '../../ui/facts';
import type { InboxItemDetail, Outcome } from './queries';

interface OutcomeProps {
  readonly item: InboxItemDetail;
  readonly outcome: Outcome;
}

/** What was decided, by whom and when. */
export function OutcomeCard({ item, outcome }: OutcomeProps): ReactNode {
  const { inbox } = useTexts();
  const format = useFormat();
  const { decision, decidedBy, decidedAt, message, validUntil, role, mailed } = outcome;
  const { totals } = item.order ?? {};
  return (
    <section className="card stack" aria-label={inbox.decision}>
      <h3>{inbox.decidedBy(decidedBy.name, inbox.outcomes[decision], format.dateTime(decidedAt))}</h3>
      <Facts
        facts={[
          [inbox.validUntil, validUntil && format.date(validUntil)],
          [inbox.totalGross, totals && format.money(totals.grossCents, totals.currency)],
          [inbox.role, role && inbox.roles[role]],
          [inbox.mailed, mailed === undefined ? undefined : mailed ? inbox.yes : inbox.no],
        ]}
      />
      {message && <blockquote className="prose quote">{message}</blockquote>}
    </section>
  );
}
