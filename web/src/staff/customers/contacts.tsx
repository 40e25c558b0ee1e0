import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { MailWarning, Plus, Upload, UserRound, UsersRound } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n';
import { useTenant } from '../../session/tenant';
import { Empty, Failure, Skeleton } from '../../ui/feedback';
import { LoadMore } from '../../ui/load-more';
import { ContactForm } from './contact-form';
import { ContactTable } from './contact-table';
import { ACCESSES_AT_ONCE, type Contact, contactsQuery } from './queries';
import { SeveralAccesses } from './several-accesses';

/** The contacts of a customer with the column "Kundenportal". */
export function Contacts({ customerId }: { readonly customerId: string }): ReactNode {
  const { contacts: texts } = useTexts().customers;
  const list = useInfiniteQuery(contactsQuery(customerId));
  const [editing, setEditing] = useState<Contact | 'new'>();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [activating, setActivating] = useState<readonly Contact[]>();
  const found = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const chosen = found.filter(({ id }) => selected.has(id));
  const failed = found.filter(({ credentialsMail }) => credentialsMail?.state === 'FAILED');
  const { slug } = useTenant();
  const { invite } = useSearch({ from: '/staff/$slug/workplace/customers/$id' });
  const navigate = useNavigate();
  const giving =
    activating ??
    (invite &&
      list.data &&
      found
        .filter(({ email, portalAccess: { state } }) => email && state === 'NONE')
        .slice(0, ACCESSES_AT_ONCE));

  return (
    <section className="stack" aria-labelledby="contacts">
      <div className="contacts-head">
        <h2 id="contacts">{texts.title}</h2>
        <div className="actions">
          {chosen.length > 0 && (
            <button
              type="button"
              className="button primary"
              onClick={() => setActivating(chosen.slice(0, ACCESSES_AT_ONCE))}
            >
              <UsersRound size={18} aria-hidden />
              {texts.activateSelected(Math.min(chosen.length, ACCESSES_AT_ONCE))}
            </button>
          )}
          {failed.length > 0 && (
            <button
              type="button"
              className="button"
              onClick={() => setActivating(failed.slice(0, ACCESSES_AT_ONCE))}
            >
              <MailWarning size={18} aria-hidden />
              {texts.sendAgain(Math.min(failed.length, ACCESSES_AT_ONCE))}
            </button>
          )}
          <Link
            className="button"
            to="/staff/$slug/catalog/imports"
            params={{ slug }}
            search={{ kind: 'contacts', customer: customerId }}
          >
            <Upload size={18} aria-hidden />
            {texts.import}
          </Link>
          <button type="button" className="button" onClick={() => setEditing('new')}>
            <Plus size={18} aria-hidden />
            {texts.add}
          </button>
        </div>
      </div>
      {list.isPending && <Skeleton lines={4} />}
      {list.isError && !list.data && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.data && found.length === 0 && (
        <div className="card">
          <Empty icon={UserRound} title={texts.empty}>
            {texts.emptyText}
          </Empty>
        </div>
      )}
      {found.length > 0 && (
        <ContactTable
          contacts={found}
          selected={selected}
          onSelect={setSelected}
          onEdit={(contact) => setEditing(contact)}
        />
      )}
      <LoadMore list={list} />
      {editing && (
        <ContactForm
          customerId={customerId}
          contact={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
      {giving && (
        <SeveralAccesses
          contacts={giving}
          onClose={() => {
            setActivating(undefined);
            setSelected(new Set());
            if (!invite) return;
            void navigate({
              to: '/staff/$slug/customers/$id',
              params: { slug, id: customerId },
              replace: true,
            });
          }}
        />
      )}
    </section>
  );
}
