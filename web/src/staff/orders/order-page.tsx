import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormat, useSpeech, useTexts } from '../../i18n';
import { addressParts } from '../../i18n/address-parts';
import { BackLink } from '../../session/back-link';
import { useTenant } from '../../session/tenant';
import { Facts } from '../../ui/facts';
import { Notice } from '../../ui/feedback';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { UndeliveredMails } from '../undelivered-mails';
import { OrderActs } from './order-acts';
import { OrderLines } from './order-lines';
import { openItemQuery, type OrderDetail, orderQuery, type OrderStatus } from './queries';
import { RenewOffer } from './renew-offer';
import { OrderStatusPill } from './status';
import '../../styles/orders.css';

/** A declined offer is answered with another one, or acknowledged. */
const UNDECIDED: readonly OrderStatus[] = ['RECEIVED', 'OFFER_DECLINED'];

export function OrderPage(): ReactNode {
  const { id } = useParams({ from: '/staff/$slug/workplace/orders/$id' });
  const order = useQuery(orderQuery(id));
  return <Loaded query={order}>{(data) => <OrderView key={id} order={data} />}</Loaded>;
}

function OrderView({ order }: { readonly order: OrderDetail }): ReactNode {
  const { inbox } = useTexts();
  const format = useFormat();
  const { kind, number, status, createdAt } = order;
  return (
    <Page
      title={`${inbox.types[kind]} ${number}`}
      above={<BackLink to="/staff/$slug/orders" />}
      below={
        <div className="row muted">
          <OrderStatusPill order={order} />
          <time dateTime={createdAt}>{format.dateTime(createdAt)}</time>
        </div>
      }
      actions={
        <>
          <RenewOffer order={order} />
          <OrderActs order={order} />
        </>
      }
    >
      {UNDECIDED.includes(status) && <ToDecide number={number} />}
      <UndeliveredMails mails={order.undelivered} />
      <OrderLines order={order} />
      <div className="order-more">
        <OrderFacts order={order} />
        <OrderOutcome order={order} />
      </div>
    </Page>
  );
}

/** Leads to where staff decide. */
function ToDecide({ number }: { readonly number: string }): ReactNode {
  const { staffOrders: texts, inbox } = useTexts();
  const { slug } = useTenant();
  const { data } = useQuery(openItemQuery(number));
  const item = data?.items[0];
  if (!item) return null;
  return (
    <Notice tone="info">
      {texts.toDecide}{' '}
      <Link to="/staff/$slug/inbox/$id" params={{ slug, id: item.id }}>
        {inbox.title}
      </Link>
    </Notice>
  );
}

function OrderFacts({ order }: { readonly order: OrderDetail }): ReactNode {
  const { language, texts: all } = useSpeech();
  const { staffOrders: texts, inbox } = all;
  const { slug } = useTenant();
  const { customer, contact, shop, reference, costCentre, note, deliveryAddress: to, terms } = order;
  return (
    <section className="card stack" aria-labelledby="facts">
      <h2 id="facts">{texts.facts}</h2>
      <Facts
        facts={[
          [
            texts.columns.customer,
            <Link key="customer" to="/staff/$slug/customers/$id" params={{ slug, id: customer.id }}>
              {customer.name}
            </Link>,
          ],
          [texts.by, contact.name],
          [inbox.shop, inbox.shops[shop]],
          [inbox.reference, reference],
          [inbox.costCentre, costCentre],
          [inbox.deliverTo, to && addressParts(to, language).join(', ')],
          [texts.terms, terms.version],
          [
            inbox.fromQuote,
            order.quoteRequestId && (
              <Link to="/staff/$slug/orders/$id" params={{ slug, id: order.quoteRequestId }}>
                {order.quoteRequestNumber}
              </Link>
            ),
          ],
          [
            texts.became,
            order.orderId && (
              <Link to="/staff/$slug/orders/$id" params={{ slug, id: order.orderId }}>
                {order.orderNumber}
              </Link>
            ),
          ],
        ]}
      />
      {note && <blockquote className="prose quote">{note}</blockquote>}
    </section>
  );
}

/** Decision, offer, answer and cancellation, as far as there are any. */
function OrderOutcome({ order }: { readonly order: OrderDetail }): ReactNode {
  const { staffOrders: texts } = useTexts();
  const format = useFormat();
  const { decidedAt, message, offer, answeredAt, answeredBy, answerNote, cancellation } = order;
  if (!decidedAt && !cancellation) return null;
  return (
    <section className="card stack" aria-labelledby="became">
      <h2 id="became">{texts.decision}</h2>
      <Facts
        facts={[
          [texts.decidedAt, decidedAt && format.dateTime(decidedAt)],
          [texts.message, message && <span className="prose">{message}</span>],
          [texts.offerUntil, offer && format.date(offer.validUntil)],
          [
            texts.answered,
            answeredAt && [format.dateTime(answeredAt), answeredBy?.name].filter(Boolean).join(', '),
          ],
          [texts.answerNote, answerNote && <span className="prose">{answerNote}</span>],
          [
            texts.cancelledBy[cancellation?.cancelledBy ?? 'STAFF'],
            cancellation && format.dateTime(cancellation.cancelledAt),
          ],
          [texts.reason, cancellation?.reason && <span className="prose">{cancellation.reason}</span>],
        ]}
      />
    </section>
  );
}
