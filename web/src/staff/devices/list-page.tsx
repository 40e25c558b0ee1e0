import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { MonitorSmartphone } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n';
import { useTenant } from '../../session/tenant';
import { Empty, Failure, Skeleton } from '../../ui/feedback';
import { LoadMore } from '../../ui/load-more';
import { SearchBox } from '../../ui/search-box';
import { ExportLink } from '../export-link';
import { CatalogPage } from '../catalog/catalog-page';
import { EditDevice } from './edit-device';
import { ModelFilter } from './model-filter';
import { allDevicesQuery, type Device, modelName } from './queries';
import type { DeviceSearch } from './search';

/** The devices of all customers: whose is the one with this number, and where do all of a model stand? */
export function DevicesPage(): ReactNode {
  const { inventory: texts } = useTexts();
  const search = useSearch({ from: '/staff/$slug/workplace/catalog/devices' });
  const navigate = useNavigate({ from: '/staff/$slug/catalog/devices' });
  const look = (change: DeviceSearch): void =>
    void navigate({ search: { ...search, ...change }, replace: true });
  return (
    <CatalogPage title={texts.title} actions={<ExportLink kind="devices" />}>
      <div className="tools choices">
        <SearchBox
          label={texts.searchAll}
          placeholder={texts.searchAllHint}
          value={search.q ?? ''}
          onSearch={(words) => look({ q: words || undefined })}
        />
        <ModelFilter key={search.model} modelId={search.model} onChoose={(model) => look({ model })} />
      </div>
      <Devices search={search} />
    </CatalogPage>
  );
}

function Devices({ search }: { readonly search: DeviceSearch }): ReactNode {
  const { inventory: texts } = useTexts();
  const [open, setOpen] = useState<Device>();
  const list = useInfiniteQuery(allDevicesQuery(search));
  if (list.isPending) return <Skeleton lines={9} />;
  if (list.isError && !list.data) return <Failure error={list.error} retry={() => void list.refetch()} />;
  const found = list.data.pages.flatMap(({ items }) => items);
  if (found.length === 0) {
    const isSought = search.q !== undefined || search.model !== undefined;
    return (
      <div className="card">
        <Empty icon={MonitorSmartphone} title={isSought ? texts.nothingFound : texts.empty}>
          {isSought ? texts.nothingFoundText : texts.emptyText}
        </Empty>
      </div>
    );
  }
  return (
    <>
      <table className="table" aria-label={texts.title}>
        <thead>
          <tr>
            <th scope="col">{texts.device}</th>
            <th scope="col">{texts.customer}</th>
            <th scope="col">{texts.numbers}</th>
            <th scope="col">{texts.fields.location}</th>
            <th scope="col">{texts.fields.status}</th>
          </tr>
        </thead>
        <tbody>
          {found.map((device) => (
            <DeviceRow key={device.id} device={device} onOpen={() => setOpen(device)} />
          ))}
        </tbody>
      </table>
      <LoadMore list={list} />
      {open && <EditDevice device={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

interface DeviceRowProps {
  readonly device: Device;
  readonly onOpen: () => void;
}

function DeviceRow({ device, onOpen }: DeviceRowProps): ReactNode {
  const { customers } = useTexts();
  const { slug } = useTenant();
  const { name, type, printerModel, customer, assetTag, serialNumber, location, room, status } = device;
  return (
    <tr>
      <th scope="row">
        <button type="button" className="link" onClick={onOpen}>
          {name}
        </button>
        <span className="under">
          {printerModel ? (
            <Link to="/staff/$slug/catalog/printer-models/$id" params={{ slug, id: printerModel.id }}>
              {modelName(printerModel)}
            </Link>
          ) : (
            type
          )}
        </span>
      </th>
      <td>
        <Link to="/staff/$slug/customers/$id" params={{ slug, id: customer.id }}>
          {customer.name}
        </Link>
        <span className="under number">{customer.number}</span>
      </td>
      <td>
        {assetTag}
        {serialNumber && <span className="under number">{serialNumber}</span>}
      </td>
      <td>{[location, room].filter(Boolean).join(', ')}</td>
      <td>{customers.deviceStatus[status]}</td>
    </tr>
  );
}
