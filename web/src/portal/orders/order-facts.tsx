import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useTenant } from '../../session/tenant';
import { Facts } from '../../ui/facts';
import type { OrderDetail } from './queries';

/** What was said with the order. */
export function OrderFacts({ order }: { readonly order: OrderDetail }): ReactNode {
  const { orders: texts } = useTexts();
  const { slug } = useTenant();
  const { contact, shop, reference, costCentre, note, deliveryAddress, terms } = order;
  const { orderId, orderNumber, quoteRequestId, quoteRequestNumber } = order;
  const facts: [string, ReactNode][] = [
    [texts.by, contact.name],
    [texts.shop, texts.shops[shop]],
    [texts.reference, reference],
    [texts.costCentre, costCentre],
    [texts.note, note && <span className="prose">{note}</span>],
    [texts.address, deliveryAddress && <span className="prose">{linesOf(deliveryAddress)}</span>],
    [texts.terms, terms.version && texts.termsVersion(terms.version)],
  ];
  return (
    <section className="card stack" aria-labelledby="details">
      <h2 id="details">{texts.details}</h2>
      <Facts facts={facts} />
      {quoteRequestId && quoteRequestNumber && (
        <Link to="/p/$slug/orders/$id" params={{ slug, id: quoteRequestId }}>
          {texts.fromRequest(quoteRequestNumber)}
        </Link>
      )}
      {orderId && orderNumber && (
        <Link to="/p/$slug/orders/$id" params={{ slug, id: orderId }}>
          {texts.becameOrder(orderNumber)}
        </Link>
      )}
    </section>
  );
}

function linesOf(address: NonNullable<OrderDetail['deliveryAddress']>): string {
  const { company, name, street, postalCode, city, country } = address;
  return [company, name, street, `${postalCode} ${city}`, country].filter(Boolean).join('\n');
}
