import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ClipboardList } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useTenant } from '../../session/tenant';
import { Empty, Failure, Skeleton } from '../../ui/feedback';
import { LoadMore } from '../../ui/load-more';
import { Page } from '../../ui/page';
import { SearchBox } from '../../ui/search-box';
import { ExportLink } from '../export-link';
import { OrderTable } from './order-table';
import { ordersFilter, ordersQuery } from './queries';
import { type OrdersSearch, ordersSearch, VIEWS } from './search';
import '../../styles/orders.css';

export function OrdersPage(): ReactNode {
  const { orders } = useTexts();
  const { slug } = useTenant();
  const search = useSearch({ from: '/p/$slug/portal/orders' });
  const navigate = useNavigate({ from: '/p/$slug/orders' });
  return (
    <Page title={orders.title} actions={<ExportLink list="orders" filter={ordersFilter(search)} />}>
      <div className="tools">
        <nav className="segments" aria-label={orders.viewsLabel}>
          {VIEWS.map((view) => (
            <Link
              key={view}
              to="/p/$slug/orders"
              params={{ slug }}
              search={{ ...search, view: view === 'all' ? undefined : view }}
              activeOptions={{ explicitUndefined: true }}
            >
              {orders.views[view]}
            </Link>
          ))}
        </nav>
        <div className="tools-more choices">
          <SearchBox
            label={orders.searchLabel}
            placeholder={orders.searchHint}
            value={search.q ?? ''}
            onSearch={(q) =>
              void navigate({ search: (now) => ({ ...now, q: q || undefined }), replace: true })
            }
          />
          <Choice name="kind" label={orders.kind} all={orders.allKinds} names={orders.kinds} />
          <Choice name="shop" label={orders.shop} all={orders.allShops} names={orders.shops} />
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
  const search = useSearch({ from: '/p/$slug/portal/orders' });
  const navigate = useNavigate({ from: '/p/$slug/orders' });
  return (
    <select
      className="input"
      aria-label={label}
      value={search[name] ?? ''}
      onChange={({ currentTarget }) =>
        void navigate({
          search: (now) => ordersSearch({ ...now, [name]: currentTarget.value }),
          replace: true,
        })
      }
    >
      <option value="">{all}</option>
      {Object.entries(names).map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
}

function Orders({ search }: { readonly search: OrdersSearch }): ReactNode {
  const { orders: texts } = useTexts();
  const { view = 'all', q, kind, shop } = search;
  const narrowed = Boolean(q ?? kind ?? shop);
  const list = useInfiniteQuery(ordersQuery(search));
  if (list.isPending) return <Skeleton lines={9} />;
  if (list.isError && !list.data) return <Failure error={list.error} retry={() => void list.refetch()} />;
  const orders = list.data.pages.flatMap(({ items }) => items);
  if (orders.length === 0) {
    return (
      <div className="card">
        <Empty icon={ClipboardList} title={narrowed ? texts.empty.search : texts.empty[view]}>
          {q ? texts.empty.searchText(q) : !narrowed && view === 'all' && texts.empty.text}
        </Empty>
      </div>
    );
  }
  return (
    <>
      <OrderTable label={texts.views[view]} orders={orders} />
      <LoadMore list={list} />
    </>
  );
}
