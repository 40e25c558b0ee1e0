import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Receipt } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormat, useTexts } from '../../i18n';
import { useTenant } from '../../session/tenant';
import { ChoiceFilter } from '../choice-filter';
import { Empty, Failure, Skeleton } from '../../ui/feedback';
import { LoadMore } from '../../ui/load-more';
import { Page } from '../../ui/page';
import { SearchBox } from '../../ui/search-box';
import { type OrderItem, ordersQuery } from './queries';
import { type OrderSearch, orderSearch, VIEWS } from './search';
import { OrderStatusPill } from './status';
import '../../styles/table.css';

/** Orders and quote requests of all customers; what is decided about them is decided in the Postkorb. */
export function OrdersPage(): ReactNode {
  const { staffOrders: texts, inbox } = useTexts();
  const { slug } = useTenant();
  const search = useSearch({ from: '/staff/$slug/workplace/orders' });
  const navigate = useNavigate({ from: '/staff/$slug/orders' });
  return (
    <Page title={texts.title}>
      <div className="tools">
        <nav className="segments" aria-label={texts.viewsLabel}>
          {VIEWS.map((view) => (
            <Link
              key={view}
              to="/staff/$slug/orders"
              params={{ slug }}
              search={{ ...search, view: view === 'all' ? undefined : view }}
              activeOptions={{ explicitUndefined: true }}
            >
              {texts.views[view]}
            </Link>
          ))}
        </nav>
        <div className="tools-more choices">
          <SearchBox
            label={texts.searchLabel}
            placeholder={texts.searchHint}
            value={search.q ?? ''}
            onSearch={(q) => void navigate({ search: { ...search, q: q || undefined }, replace: true })}
          />
          <Choice name="kind" label={inbox.typeLabel} all={inbox.allTypes} names={texts.kinds} />
          <Choice name="shop" label={inbox.shop} all={texts.allShops} names={inbox.shops} />
        </div>
      </div>
      <Orders search={search} />
    </Page>
  );
}

interface ChoiceProps {
  readonly name: 'kind' | 'shop';
  readonly label: string;
  readonly all: string;
  readonly names: Readonly<Record<string, string>>;
}

function Choice({ name, label, all, names }: ChoiceProps): ReactNode {
  const search = useSearch({ from: '/staff/$slug/workplace/orders' });
  const navigate = useNavigate({ from: '/staff/$slug/orders' });
  return (
    <ChoiceFilter
      label={label}
      all={all}
      value={search[name]}
      choices={Object.entries(names)}
      onChoose={(value) =>
        void navigate({ search: (now) => orderSearch({ ...now, [name]: value }), replace: true })
      }
    />
  );
}

function Orders({ search }: { readonly search: OrderSearch }): ReactNode {
  const { staffOrders: texts } = useTexts();
  const list = useInfiniteQuery(ordersQuery(search));
  if (list.isPending) return <Skeleton lines={9} />;
  if (list.isError && !list.data) return <Failure error={list.error} retry={() => void list.refetch()} />;
  const orders = list.data.pages.flatMap(({ items }) => items);
  if (orders.length === 0) {
    return (
      <div className="card">
        <Empty icon={Receipt} title={texts.empty}>
          {texts.emptyText}
        </Empty>
      </div>
    );
  }
  return (
    <>
      <table className="table" aria-label={texts.title}>
        <thead>
          <tr>
            <th scope="col">{texts.columns.number}</th>
            <th scope="col">{texts.columns.customer}</th>
            <th scope="col">{texts.columns.status}</th>
            <th scope="col">{texts.columns.date}</th>
            <th scope="col" className="amount">
              {texts.columns.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {orders.map((order) => (
            <OrderRow key={order.id} order={order} />
          ))}
        </tbody>
      </table>
      <LoadMore list={list} />
    </>
  );
}

function OrderRow({ order }: { readonly order: OrderItem }): ReactNode {
  const { inbox } = useTexts();
  const format = useFormat();
  const { slug } = useTenant();
  const { id, number, kind, shop, customer, contact, reference, createdAt, totalNetCents, currency } = order;
  return (
    <tr className="opens">
      <th scope="row">
        <Link to="/staff/$slug/orders/$id" params={{ slug, id }} className="number whole">
          {number}
        </Link>
        <span className="under">
          {[inbox.types[kind], inbox.shops[shop], reference].filter(Boolean).join(' · ')}
        </span>
      </th>
      <td>
        {customer.name}
        <span className="under">{contact.name}</span>
      </td>
      <td>
        <OrderStatusPill order={order} />
      </td>
      <td className="muted nowrap">
        <time dateTime={createdAt}>{format.date(createdAt)}</time>
      </td>
      <td className="amount">
        {totalNetCents !== undefined && currency && format.money(totalNetCents, currency)}
      </td>
    </tr>
  );
}
