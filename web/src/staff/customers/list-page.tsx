import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Archive, Building2, Plus, Upload } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n';
import { useTenant } from '../../session/tenant';
import { Empty, Failure, Skeleton } from '../../ui/feedback';
import { LoadMore } from '../../ui/load-more';
import { Page } from '../../ui/page';
import { SearchBox } from '../../ui/search-box';
import { ExportLink } from '../export-link';
import { NewCustomer } from './customer-forms-part';
import { type CustomerListItem, customersQuery } from './queries';
import type { CustomerSearch } from './search';
import '../../styles/table.css';
import '../../styles/staff-customers.css';

export function CustomersPage(): ReactNode {
  const { customers: texts } = useTexts();
  const { slug } = useTenant();
  const search = useSearch({ from: '/staff/$slug/workplace/customers' });
  const navigate = useNavigate({ from: '/staff/$slug/customers' });
  const [adding, setAdding] = useState(false);
  return (
    <Page
      title={search.archived ? texts.archive.listTitle : texts.title}
      actions={
        <>
          <ExportLink kind="customers" />
          <Link
            className="button"
            to="/staff/$slug/catalog/imports"
            params={{ slug }}
            search={{ kind: 'customers' }}
          >
            <Upload size={18} aria-hidden />
            {texts.import}
          </Link>
          <button type="button" className="button primary" onClick={() => setAdding(true)}>
            <Plus size={18} aria-hidden />
            {texts.add}
          </button>
        </>
      }
    >
      <div className="tools">
        <SearchBox
          label={texts.searchLabel}
          placeholder={texts.searchHint}
          value={search.q ?? ''}
          onSearch={(q) => void navigate({ search: (now) => ({ ...now, q: q || undefined }), replace: true })}
        />
        <Link
          className="button"
          to="/staff/$slug/customers"
          params={{ slug }}
          search={(now) => ({ ...now, archived: search.archived ? undefined : true })}
        >
          <Archive size={18} aria-hidden />
          {search.archived ? texts.archive.current : texts.archive.list}
        </Link>
      </div>
      <Customers search={search} />
      {adding && <NewCustomer onClose={() => setAdding(false)} />}
    </Page>
  );
}

function Customers({ search }: { readonly search: CustomerSearch }): ReactNode {
  const { customers: texts } = useTexts();
  const list = useInfiniteQuery(customersQuery(search));
  if (list.isPending) return <Skeleton lines={9} />;
  if (list.isError && !list.data) return <Failure error={list.error} retry={() => void list.refetch()} />;
  const found = list.data.pages.flatMap(({ items }) => items);
  if (found.length === 0) {
    return (
      <div className="card">
        {search.archived && !search.q ? (
          <Empty icon={Archive} title={texts.archive.empty}>
            {texts.archive.emptyText}
          </Empty>
        ) : (
          <Empty icon={Building2} title={search.q ? texts.nothingFound : texts.empty}>
            {search.q ? texts.nothingFoundText(search.q) : texts.emptyText}
          </Empty>
        )}
      </div>
    );
  }
  return (
    <>
      <table className="table" aria-label={texts.title}>
        <thead>
          <tr>
            <th scope="col">{texts.columns.name}</th>
            <th scope="col">{texts.columns.place}</th>
            <th scope="col">{texts.columns.phone}</th>
          </tr>
        </thead>
        <tbody>
          {found.map((customer) => (
            <CustomerRow key={customer.id} customer={customer} />
          ))}
        </tbody>
      </table>
      <LoadMore list={list} />
    </>
  );
}

function CustomerRow({ customer }: { readonly customer: CustomerListItem }): ReactNode {
  const { slug } = useTenant();
  const { id, name, number, street, postalCode, city, phone } = customer;
  return (
    <tr className="opens">
      <th scope="row">
        <Link to="/staff/$slug/customers/$id" params={{ slug, id }}>
          {name}
        </Link>
        <span className="under number">{number}</span>
      </th>
      <td>
        {[postalCode, city].filter(Boolean).join(' ')}
        {street && <span className="under">{street}</span>}
      </td>
      <td className="nowrap">{phone}</td>
    </tr>
  );
}
