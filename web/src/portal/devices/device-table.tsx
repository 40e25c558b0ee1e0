import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useDeviceTexts } from '../../i18n/device-texts';
import { useCan } from '../../session/me';
import { useTenant } from '../../session/tenant';
import { DeviceStatusPill } from './status';
import type { Device } from './queries';
import { ReportLink } from './report-link';
import '../../styles/table.css';

/** A real table; on narrow screens each row is a card. */
export function DeviceTable({ devices }: { readonly devices: readonly Device[] }): ReactNode {
  const { title, columns } = useDeviceTexts();
  return (
    <table className="table" aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.place}</th>
          <th scope="col">{columns.numbers}</th>
          <th scope="col">{columns.status}</th>
          <th scope="col">
            <span className="visually-hidden">{columns.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {devices.map((device) => (
          <DeviceRow key={device.id} device={device} />
        ))}
      </tbody>
    </table>
  );
}

function DeviceRow({ device }: { readonly device: Device }): ReactNode {
  const texts = useDeviceTexts();
  const can = useCan();
  const { slug } = useTenant();
  const { id, name, type, printerModel, location, room, userName, serialNumber, assetTag } = device;
  const model = printerModel && `${printerModel.manufacturer} ${printerModel.name}`;
  return (
    <tr>
      <th scope="row">
        {name}
        <span className="under">{model ?? type}</span>
        {model && can('PRINTER_SHOP') && (
          <Link to="/p/$slug/printer-shop/printers/$id" params={{ slug, id }} className="under">
            {texts.supplies}
          </Link>
        )}
      </th>
      <td>
        {[location, room && texts.room(room)].filter(Boolean).join(', ')}
        {userName && <span className="under">{texts.usedBy(userName)}</span>}
      </td>
      <td>
        {serialNumber && (
          <span className="under">
            {texts.serialNumber} <span className="number whole">{serialNumber}</span>
          </span>
        )}
        {assetTag && (
          <span className="under">
            {texts.assetTag} <span className="number whole">{assetTag}</span>
          </span>
        )}
      </td>
      <td>
        <DeviceStatusPill status={device.status} />
      </td>
      <td className="amount">
        <ReportLink device={device} />
      </td>
    </tr>
  );
}
