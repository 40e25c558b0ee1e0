import { type ReactNode, useEffect, useState } from 'react';
import { useFormat, useTexts } from '../../i18n';
import { useMe } from '../../session/me';
import { Notice } from '../../ui/feedback';
import { useAnnounce } from '../../ui/status';
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
  const text =
    outcome &&
    inbox.decidedBy(
      outcome.decidedBy.name,
      inbox.outcomes[outcome.decision],
      format.dateTime(outcome.decidedAt),
    );
  const [wasOpen] = useState(open);
  const isNews = wasOpen && !open && !touched && outcome?.decidedBy.id !== me.id;
  const announce = useAnnounce();
  useEffect(() => {
    if (!isNews || !text) return;
    announce(text);
    // What somebody was in has gone.
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('.item h2')?.focus();
  }, [isNews, text, announce]);
  if (!open && !touched) return outcome && <OutcomeCard item={item} outcome={outcome} />;

  const props = { item, closed: !open, onDone: () => setTouched(false) };
  const heldByOther = open && assignee !== null && assignee.id !== me.id;
  return (
    <section className="card stack decision" aria-label={inbox.decision} onInput={() => setTouched(true)}>
      {heldByOther && <Notice tone="warn">{inbox.heldBy(assignee.name)}</Notice>}
      {!open && outcome && (
        <Notice tone="warn" role="alert">
          <p>
            {text} {inbox.yoursIsHere}
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
