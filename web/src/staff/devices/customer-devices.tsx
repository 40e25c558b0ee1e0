import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n';
import { Failure, Skeleton } from '../../ui/feedback';
import { LoadMore } from '../../ui/load-more';
import { SearchBox } from '../../ui/search-box';
import { EditDevice } from './edit-device';
import { NewDevice } from './new-device';
import { type Device, devicesQuery, modelName } from './queries';

/** The devices of a customer; each leads to what is kept of it. */
export function CustomerDevices({ customerId }: { readonly customerId: string }): ReactNode {
  const { customers, inventory: texts } = useTexts();
  const [search, setSearch] = useState<string>();
  const [open, setOpen] = useState<Device | 'new'>();
  const list = useInfiniteQuery(devicesQuery(customerId, search));
  const found = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="card stack" aria-labelledby="devices">
      <div className="contacts-head">
        <h2 id="devices">{customers.devices}</h2>
        <button type="button" className="button" onClick={() => setOpen('new')}>
          <Plus size={18} aria-hidden />
          {texts.add}
        </button>
      </div>
      {(search ?? (found.length > 0 || list.hasNextPage)) && (
        <SearchBox
          label={texts.searchLabel}
          placeholder={texts.searchHint}
          value={search ?? ''}
          onSearch={(words) => setSearch(words || undefined)}
        />
      )}
      {list.isPending && <Skeleton lines={3} />}
      {list.isError && !list.data && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.data && found.length === 0 && (
        <p className="muted">{search ? texts.nothingFound : customers.noDevices}</p>
      )}
      <ul className="customer-list">
        {found.map((device) => (
          <DeviceLine key={device.id} device={device} onOpen={() => setOpen(device)} />
        ))}
      </ul>
      <LoadMore list={list} />
      {open === 'new' && <NewDevice customerId={customerId} onClose={() => setOpen(undefined)} />}
      {open && open !== 'new' && <EditDevice device={open} onClose={() => setOpen(undefined)} />}
    </section>
  );
}

interface DeviceLineProps {
  readonly device: Device;
  readonly onOpen: () => void;
}

function DeviceLine({ device, onOpen }: DeviceLineProps): ReactNode {
  const { customers } = useTexts();
  const { name, type, printerModel, assetTag, serialNumber, location, room, status } = device;
  const what = printerModel ? modelName(printerModel) : type;
  return (
    <li>
      <span>
        <button type="button" className="link" onClick={onOpen}>
          {name}
        </button>
        <span className="muted small">
          {[what, assetTag, serialNumber, location, room].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span className="small">{customers.deviceStatus[status]}</span>
    </li>
  );
}
