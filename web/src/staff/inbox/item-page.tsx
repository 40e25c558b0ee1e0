import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { ChevronLeft } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { isProblem } from '../../api/problems';
import { useFormat, useTexts } from '../../i18n';
import { useTenant } from '../../session/tenant';
import { Empty, Failure, Skeleton } from '../../ui/feedback';
import { showTitle } from '../../ui/window-title';
import { useShortcuts } from '../shortcuts';
import { Claim } from './claim';
import { Decision } from './decision';
import { StatePill, TYPE_ICONS } from './item-state';
import { Notes } from './notes';
import { type InboxItemDetail, inboxItemQuery } from './queries';
import { Sent } from './sent';

export function ItemPage(): ReactNode {
  const { inbox } = useTexts();
  const { id } = useParams({ from: '/staff/$slug/workplace/inbox/$id' });
  const item = useQuery(inboxItemQuery(id));
  if (item.data) return <ItemView key={id} item={item.data} />;
  if (isProblem(item.error, 404)) return <Empty icon={TYPE_ICONS.ORDER} title={inbox.gone} />;
  return (
    <div className="item">
      {item.isError ? (
        <Failure error={item.error} retry={() => void item.refetch()} />
      ) : (
        <Skeleton lines={9} />
      )}
    </div>
  );
}

function ItemView({ item }: { readonly item: InboxItemDetail }): ReactNode {
  const { common, inbox } = useTexts();
  const format = useFormat();
  const { slug, portalName } = useTenant();
  const search = useSearch({ from: '/staff/$slug/workplace/inbox' });
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const title = item.customer?.name ?? item.sentRegistration?.company ?? inbox.types[item.type];

  useEffect(() => {
    showTitle(`${title} – ${portalName}`);
    heading.current?.focus({ preventScroll: true });
    document.querySelector('.inbox-items [aria-current="page"]')?.scrollIntoView({ block: 'nearest' });
    return () => showTitle(`${inbox.title} – ${portalName}`);
  }, [title, portalName, inbox.title]);
  const focusIn = (part: string): void =>
    body.current
      ?.querySelector<HTMLElement>(`.${part} :is(input, textarea, select, button):not([type="hidden"])`)
      ?.focus();
  useShortcuts({ Enter: () => focusIn('decision'), n: () => focusIn('notes') });

  return (
    <div className="item" ref={body}>
      <header className="item-head">
        <Link
          className="item-back"
          to="/staff/$slug/inbox"
          params={{ slug }}
          search={search}
          resetScroll={false}
        >
          <ChevronLeft size={18} aria-hidden />
          {common.backToList}
        </Link>
        <div className="page-title">
          <h2 ref={heading} tabIndex={-1}>
            {title}
          </h2>
          <Claim item={item} />
        </div>
        <div className="row muted">
          <StatePill item={item} />
          <span>
            {inbox.types[item.type]} <OrderNumber item={item} />
          </span>
          {item.contact && <span>{item.contact.name}</span>}
          {item.customer && (
            <Link className="number" to="/staff/$slug/customers/$id" params={{ slug, id: item.customer.id }}>
              {item.customer.number}
            </Link>
          )}
          <span>{format.dateTime(item.createdAt)}</span>
        </div>
      </header>
      <Sent item={item} />
      <Decision item={item} />
      <Notes itemId={item.id} />
    </div>
  );
}

/** Leads to the order, which goes on there once it is decided here. */
function OrderNumber({ item: { number, orderId } }: { readonly item: InboxItemDetail }): ReactNode {
  const { slug } = useTenant();
  if (!orderId) return null;
  return (
    <Link className="number" to="/staff/$slug/orders/$id" params={{ slug, id: orderId }}>
      {number}
    </Link>
  );
}
