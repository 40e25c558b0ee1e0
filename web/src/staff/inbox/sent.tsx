import type { ReactNode } from 'react';
import { useSpeech, useTexts } from '../../i18n';
import { addressParts } from '../../i18n/address-parts';
import { Notice } from '../../ui/feedback';
import { Facts } from '../../ui/facts';
import { type InboxItemDetail, isOpen } from './queries';
import { SentLines } from './sent-lines';

type SentOrder = NonNullable<InboxItemDetail['sentOrder']>;
type SentRegistration = NonNullable<InboxItemDetail['sentRegistration']>;

/** What the customer has sent, as it was. */
export function Sent({ item }: { readonly item: InboxItemDetail }): ReactNode {
  const { sentOrder, sentRegistration, verified } = item;
  if (sentRegistration) return <RegistrationSent sent={sentRegistration} verified={verified ?? false} />;
  // Where an offer is made, its prices stand beside the lines.
  const apart = item.type === 'ORDER' || !isOpen(item);
  return sentOrder ? <OrderSent sent={sentOrder} withLines={apart} /> : null;
}

interface OrderProps {
  readonly sent: SentOrder;
  readonly withLines: boolean;
}

function OrderSent({ sent, withLines }: OrderProps): ReactNode {
  const { language, texts, format } = useSpeech();
  const { inbox } = texts;
  const { currency = 'EUR', totalNetCents, totalGrossCents, deliveryAddress: to } = sent;
  const money = (cents: number | undefined): string | undefined =>
    cents === undefined ? undefined : format.money(cents, currency);
  return (
    <section className="card stack" aria-label={inbox.sent}>
      {withLines && <SentLines lines={sent.lines} currency={currency} />}
      <Facts
        facts={[
          [inbox.totalNet, money(totalNetCents)],
          [inbox.totalGross, money(totalGrossCents)],
          [inbox.shop, inbox.shops[sent.shop]],
          [inbox.fromQuote, sent.quoteRequestNumber],
          [inbox.reference, sent.reference],
          [inbox.costCentre, sent.costCentre],
          [inbox.deliverTo, to && addressParts(to, language).join(', ')],
        ]}
      />
      {sent.note && <blockquote className="prose quote">{sent.note}</blockquote>}
    </section>
  );
}

interface RegistrationProps {
  readonly sent: SentRegistration;
  readonly verified: boolean;
}

function RegistrationSent({ sent, verified }: RegistrationProps): ReactNode {
  const { inbox } = useTexts();
  return (
    <section className="card stack" aria-label={inbox.sent}>
      {sent.warning && <Notice tone="warn">{sent.warning}</Notice>}
      <Facts
        facts={[
          [inbox.company, sent.company],
          [inbox.person, [sent.firstName, sent.lastName].filter(Boolean).join(' ')],
          [inbox.email, sent.email],
          [inbox.emailAscii, sent.emailAscii],
          [inbox.phone, sent.phone],
          [inbox.confirmed, verified ? inbox.confirmedYes : inbox.confirmedNo],
        ]}
      />
      {sent.message && <blockquote className="prose quote">{sent.message}</blockquote>}
    </section>
  );
}
