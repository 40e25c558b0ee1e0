import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useFormat, useTexts } from '../../i18n';
import { useOrderTexts } from '../../i18n/order-texts';
import { useMe } from '../../session/me';
import { BackLink } from '../../session/back-link';
import { Notice, Skeleton } from '../../ui/feedback';
import { lazyPart } from '../../ui/lazy-part';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { WithLinks } from '../../ui/with-links';
import { Whole } from '../../ui/whole';
import { Totals } from '../shops/totals';
import { OrderAgain } from './again';
import { useAnnounceChanges } from './announce-changes';
import { Cancel } from './cancel';
import { historyOf } from './history';
import { OrderFacts } from './order-facts';
import { OrderLines } from './order-lines';
import { type OrderDetail, orderQuery } from './queries';
import { isBinding, OrderStatusPill } from './status';
import '../../styles/orders.css';

/** Of its own file: most orders have no offer that is open. */
const OfferBox = lazyPart(async () => (await import('./offer')).OfferBox, <Skeleton lines={5} />);

export function OrderPage(): ReactNode {
  const { id } = useParams({ from: '/p/$slug/portal/orders/$id' });
  const order = useQuery(orderQuery(id));
  return <Loaded query={order}>{(data) => <OrderView key={id} order={data} />}</Loaded>;
}

function OrderView({ order }: { readonly order: OrderDetail }): ReactNode {
  const { orders, shops } = useTexts();
  const texts = useOrderTexts();
  const format = useFormat();
  const { tenant, companies } = useMe();
  const wasSent = useWasSent();
  useAnnounceChanges(order);
  const { id, kind, number, status, offer, createdAt, totals } = order;
  const binding = isBinding(order);
  return (
    <Page
      title={`${orders.kinds[kind]} ${number}`}
      actions={
        <>
          <button type="button" className="button" onClick={() => print()}>
            <Printer size={18} aria-hidden />
            {texts.print}
          </button>
          <OrderAgain order={order} />
          {status === 'RECEIVED' && !binding && <Cancel id={id} kind={kind} />}
        </>
      }
      above={<BackLink to="/p/$slug/orders" />}
      below={
        <div className="row muted">
          <span className="print-only">{[tenant.name, companies[0]?.name].filter(Boolean).join(' · ')}</span>
          <OrderStatusPill order={order} />
          <span>{format.dateTime(createdAt)}</span>
        </div>
      }
    >
      {wasSent && status === 'RECEIVED' && (
        <Notice tone="good">
          <p>
            <strong>
              <Whole text={shops.sent.done[kind](number)} />
            </strong>
          </p>
          <p>{shops.sent.text[kind]}</p>
        </Notice>
      )}
      {binding && <Notice tone="info">{texts.binding}</Notice>}
      {status === 'OFFER_MADE' && offer && <OfferBox order={order} offer={offer} />}
      <section className="stack" aria-labelledby="lines">
        <h2 id="lines">{texts.lines}</h2>
        <OrderLines order={order} />
        {totals && (
          <div className="order-totals">
            <Totals totals={totals} />
          </div>
        )}
      </section>
      <div className="order-more">
        <OrderFacts order={order} />
        <History order={order} />
      </div>
    </Page>
  );
}

/** Whether it has just been sent. The address says so once: not when the page is loaded again, nor to whom it is passed on. */
function useWasSent(): boolean {
  const { sent = false } = useSearch({ from: '/p/$slug/portal/orders/$id' });
  const navigate = useNavigate({ from: '/p/$slug/orders/$id' });
  const [wasSent] = useState(sent);
  useEffect(() => {
    if (sent) void navigate({ search: {}, replace: true, resetScroll: false });
  }, [sent, navigate]);
  return wasSent;
}

function History({ order }: { readonly order: OrderDetail }): ReactNode {
  const texts = useOrderTexts();
  const format = useFormat();
  return (
    <section className="card stack" aria-labelledby="history">
      <h2 id="history">{texts.history}</h2>
      <ol className="history">
        {historyOf(order, texts).map(({ at, text, note }) => (
          <li key={at}>
            <strong>{text}</strong>
            <time className="muted small" dateTime={at}>
              {format.dateTime(at)}
            </time>
            {note && (
              <p className="prose">
                <WithLinks text={note} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
