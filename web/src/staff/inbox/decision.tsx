import { type ReactNode, useState } from 'react';
import { useFormat, useTexts } from '../../i18n';
import { useMe } from '../../session/me';
import { Notice } from '../../ui/feedback';
import { AcceptOrder } from './accept-order';
import { AcceptRegistration } from './accept-registration';
import { MakeOffer } from './make-offer';
import { OutcomeCard } from './outcome-card';
import { type InboxItemDetail, isOpen } from './queries';
import '../../styles/decision.css';

/**
 * What is decided, or was. Whoever has begun to write keeps that, also when somebody else has decided meanwhile.
 */
export function Decision({ item }: { readonly item: InboxItemDetail }): ReactNode {
  const { inbox } = useTexts();
  const format = useFormat();
  const me = useMe();
  const [touched, setTouched] = useState(false);
  const open = isOpen(item);
  const { outcome, assignee } = item;
  if (!open && !touched) return outcome && <OutcomeCard item={item} outcome={outcome} />;

  const props = { item, closed: !open, onDone: () => setTouched(false) };
  const heldByOther = open && assignee !== null && assignee.id !== me.id;
  return (
    <section className="card stack decision" aria-label={inbox.decision} onInput={() => setTouched(true)}>
      {heldByOther && <Notice tone="warn">{inbox.heldBy(assignee.name)}</Notice>}
      {!open && outcome && (
        <Notice tone="warn" role="alert">
          <p>
            {inbox.decidedBy(
              outcome.decidedBy.name,
              inbox.outcomes[outcome.decision],
              format.dateTime(outcome.decidedAt),
            )}{' '}
            {inbox.yoursIsHere}
          </p>
          <button type="button" className="button" onClick={() => setTouched(false)}>
            {inbox.discard}
          </button>
        </Notice>
      )}
      {item.type === 'ORDER' && <AcceptOrder {...props} />}
      {item.type === 'QUOTE_REQUEST' && <MakeOffer {...props} />}
      {item.type === 'REGISTRATION' && <AcceptRegistration {...props} />}
    </section>
  );
}
