import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { ScrollText } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { Empty, Failure, Skeleton } from '../../ui/feedback';
import { LoadMore } from '../../ui/load-more';
import { AdminPage } from './admin-page';
import { AuditFilters } from './audit-filters';
import type { AuditSearch } from './audit-search';
import { AuditTable } from './audit-table';
import { auditQuery } from './queries';

export function AuditPage(): ReactNode {
  const { audit } = useTexts().admin;
  const search = useSearch({ from: '/staff/$slug/workplace/administration/audit' });
  return (
    <AdminPage title={audit.title}>
      <AuditFilters search={search} />
      <Entries search={search} />
    </AdminPage>
  );
}

function Entries({ search }: { readonly search: AuditSearch }): ReactNode {
  const { audit } = useTexts().admin;
  const list = useInfiniteQuery(auditQuery(search));
  if (list.isPending) return <Skeleton lines={9} />;
  if (list.isError && !list.data) return <Failure error={list.error} retry={() => void list.refetch()} />;
  const entries = list.data.pages.flatMap(({ items }) => items);
  if (entries.length === 0) {
    return (
      <div className="card">
        <Empty icon={ScrollText} title={audit.nothing}>
          {audit.nothingText}
        </Empty>
      </div>
    );
  }
  return (
    <>
      <AuditTable entries={entries} search={search} />
      <LoadMore list={list} />
    </>
  );
}
