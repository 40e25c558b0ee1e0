import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Pencil, Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useSpeech, useTexts } from '../../i18n';
import { countryName } from '../../i18n/address-parts';
import { BackLink } from '../../session/back-link';
import { useTenant } from '../../session/tenant';
import { Facts } from '../../ui/facts';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { CustomerDevices } from '../devices/customer-devices';
import { devicesQuery } from '../devices/queries';
import { customerQuery } from '../tickets/queries';
import { ArchiveButton, ArchivedNotice } from './archive';
import { Contacts } from './contacts';
import { EditCustomer } from './customer-forms-part';
import {
  contactsQuery,
  type Customer,
  customerHasChanged,
  type CustomerOverview,
  shopSettingsQuery,
} from './queries';
import { ShopSwitches } from './shop-switches';
import { OpenOrders, OpenTickets } from './what-is-open';
import '../../styles/staff-customers.css';

export function CustomerPage(): ReactNode {
  const { id } = useParams({ from: '/staff/$slug/workplace/customers/$id' });
  const overview = useQuery(customerQuery(id));
  const besides = [
    useInfiniteQuery(contactsQuery(id)),
    useInfiniteQuery(devicesQuery(id)),
    useQuery(shopSettingsQuery(id)),
  ];
  return (
    <Loaded query={overview} besides={besides}>
      {(data) => <CustomerView key={id} overview={data} />}
    </Loaded>
  );
}

function CustomerView({ overview }: { readonly overview: CustomerOverview }): ReactNode {
  const { customers: texts, staffTickets } = useTexts();
  const { slug } = useTenant();
  const { customer } = overview;
  const [editing, setEditing] = useState(false);
  return (
    <Page
      title={customer.name}
      above={<BackLink to="/staff/$slug/customers" />}
      below={<p className="muted number">{customer.number}</p>}
      actions={
        <div className="actions">
          <Link
            to="/staff/$slug/tickets/new"
            params={{ slug }}
            search={{ customer: customer.id }}
            className="button"
          >
            <Plus size={18} aria-hidden />
            {staffTickets.record.title}
          </Link>
          <button type="button" className="button" onClick={() => setEditing(true)}>
            <Pencil size={18} aria-hidden />
            {texts.edit}
          </button>
          <ArchiveButton customer={customer} />
        </div>
      }
    >
      <ArchivedNotice customer={customer} />
      <Contacts customerId={customer.id} />
      <div className="customer">
        <div className="stack">
          <OpenTickets overview={overview} />
          <OpenOrders overview={overview} />
          <CustomerDevices customerId={customer.id} />
        </div>
        <aside className="stack" aria-label={texts.beside}>
          <Data customer={customer} />
          <ShopSwitches customerId={customer.id} />
        </aside>
      </div>
      {editing && (
        <EditCustomer
          customer={customer}
          onClose={() => setEditing(false)}
          onSaved={() => customerHasChanged(customer.id)}
        />
      )}
    </Page>
  );
}

function Data({ customer }: { readonly customer: Customer }): ReactNode {
  const { language, texts: all } = useSpeech();
  const texts = all.customers;
  const { street, postalCode, city, country, phone, email, website, notes } = customer;
  const { fields } = texts;
  return (
    <section className="card stack" aria-labelledby="data">
      <h2 id="data">{texts.data}</h2>
      <Facts
        facts={[
          [fields.street, street],
          [fields.city, [postalCode, city].filter(Boolean).join(' ')],
          [fields.country, countryName(country, language)],
          [fields.phone, phone && <a href={`tel:${phone}`}>{phone}</a>],
          [fields.email, email && <a href={`mailto:${email}`}>{email}</a>],
          [
            fields.website,
            website && (
              <a href={website} target="_blank" rel="noreferrer">
                {website}
              </a>
            ),
          ],
          [fields.notes, notes && <span className="prose">{notes}</span>],
        ]}
      />
    </section>
  );
}
