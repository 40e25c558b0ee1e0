import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { MonitorSmartphone } from 'lucide-react';
import type { ReactNode } from 'react';
import { useDeviceTexts } from '../../i18n/device-texts';
import { Empty, Failure, Skeleton } from '../../ui/feedback';
import { LoadMore } from '../../ui/load-more';
import { Page } from '../../ui/page';
import { SearchBox } from '../../ui/search-box';
import { ExportLink } from '../export-link';
import { DeviceTable } from './device-table';
import { devicesQuery } from './queries';

export function DevicesPage(): ReactNode {
  const texts = useDeviceTexts();
  const { q } = useSearch({ from: '/p/$slug/portal/devices' });
  const navigate = useNavigate({ from: '/p/$slug/devices' });
  return (
    <Page
      title={texts.title}
      actions={<ExportLink list="devices" filter={{ search: q }} />}
      below={<p className="muted">{texts.text}</p>}
    >
      <div className="tools">
        <SearchBox
          label={texts.searchLabel}
          placeholder={texts.searchHint}
          value={q ?? ''}
          onSearch={(words) => void navigate({ search: { q: words || undefined }, replace: true })}
        />
      </div>
      <Devices q={q} />
    </Page>
  );
}

function Devices({ q }: { readonly q: string | undefined }): ReactNode {
  const texts = useDeviceTexts();
  const list = useInfiniteQuery(devicesQuery(q));
  if (list.isPending) return <Skeleton lines={9} />;
  if (list.isError && !list.data) return <Failure error={list.error} retry={() => void list.refetch()} />;
  const devices = list.data.pages.flatMap(({ items }) => items);
  if (devices.length === 0) {
    return (
      <div className="card">
        <Empty icon={MonitorSmartphone} title={q ? texts.nothing : texts.empty}>
          {q ? texts.nothingText(q) : texts.emptyText}
        </Empty>
      </div>
    );
  }
  return (
    <>
      <DeviceTable devices={devices} />
      <LoadMore list={list} />
    </>
  );
}
