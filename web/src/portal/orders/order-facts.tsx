import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSpeech } from '../../i18n';
import { useOrderTexts } from '../../i18n/order-texts';
import { addressParts } from '../../i18n/address-parts';
import { useTenant } from '../../session/tenant';
import { Facts } from '../../ui/facts';
import { Whole } from '../../ui/whole';
import type { OrderDetail } from './queries';

/** What was said with the order. */
export function OrderFacts({ order }: { readonly order: OrderDetail }): ReactNode {
  const {
    language,
    texts: { orders },
  } = useSpeech();
  const texts = useOrderTexts();
  const { slug } = useTenant();
  const { contact, shop, reference, costCentre, note, deliveryAddress, terms } = order;
  const { orderId, orderNumber, quoteRequestId, quoteRequestNumber } = order;
  const facts: [string, ReactNode][] = [
    [texts.by, contact.name],
    [orders.shop, orders.shops[shop]],
    [texts.reference, reference],
    [texts.costCentre, costCentre],
    [texts.note, note && <span className="prose">{note}</span>],
    [
      texts.address,
      deliveryAddress && <span className="prose">{addressParts(deliveryAddress, language).join('\n')}</span>,
    ],
    [texts.terms, terms.version && orders.termsVersion(terms.version)],
  ];
  return (
    <section className="card stack" aria-labelledby="details">
      <h2 id="details">{texts.details}</h2>
      <Facts facts={facts} />
      {quoteRequestId && quoteRequestNumber && (
        <Link to="/p/$slug/orders/$id" params={{ slug, id: quoteRequestId }}>
          <Whole text={texts.fromRequest(quoteRequestNumber)} />
        </Link>
      )}
      {orderId && orderNumber && (
        <Link to="/p/$slug/orders/$id" params={{ slug, id: orderId }}>
          <Whole text={texts.becameOrder(orderNumber)} />
        </Link>
      )}
    </section>
  );
}
