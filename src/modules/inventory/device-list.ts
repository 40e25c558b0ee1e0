import { Injectable } from '@nestjs/common';
import { InjectTenantRepository, oneOf, type TenantRepository } from '../../platform/database';
import { notFound } from '../../platform/errors';
import {
  equalities,
  KeysetList,
  type Page,
  type SearchCall,
  searchIn,
  type Sort,
} from '../../platform/http/paging/keyset-list';
import { PrinterModelsReader } from '../catalog';
import { ContactsReader } from '../contacts';
import { Device } from './device.entity';
import {
  type DeviceDto,
  type DeviceRow,
  type DeviceSort,
  type ListDevicesQuery,
  presentDevice,
} from './dto/device.dto';

const COLUMNS = `t.id, t.version, t.customer_id AS "customerId", t.name, t.type, t.printer_model_id AS "printerModelId",
  t.serial_number AS "serialNumber", t.asset_tag AS "assetTag", t.location, t.room, t.user_name AS "userName", t.status,
  t.notes, t.created_at AS "createdAt", t.updated_at AS "updatedAt"`;

const SORTS: Readonly<Record<DeviceSort | 'relevance', Sort>> = {
  name: { by: 't.sort_name', type: 'text', direction: 'ASC' },
  '-updatedAt': { by: 't.updated_at', type: 'timestamptz', direction: 'DESC' },
  relevance: { by: 's.rank', type: 'real', direction: 'DESC' },
};

/** Devices as staff see them, of one customer or of all. */
@Injectable()
export class DeviceList {
  constructor(
    private readonly lists: KeysetList,
    private readonly customers: ContactsReader,
    private readonly models: PrinterModelsReader,
    @InjectTenantRepository(Device) private readonly devices: TenantRepository<Device>,
  ) {}

  /** @throws notFound where there is no such customer */
  async ofCustomer(customerId: string, query: ListDevicesQuery): Promise<Page<DeviceDto>> {
    if (!(await this.customers.customer(customerId))) throw notFound();
    return this.page(query, customerId);
  }

  async page(query: ListDevicesQuery, customerId?: string): Promise<Page<DeviceDto>> {
    const { search, type, status, printersOnly, printerModelId } = query;
    const { where, parameters } = equalities({
      't.customer_id': customerId,
      't.type': type,
      't.printer_model_id': printerModelId,
    });
    if (status) where.push(oneOf('t.status', status));
    if (printersOnly) where.push('t.printer_model_id IS NOT NULL');
    const page = await this.lists.page<DeviceRow, DeviceSort | 'relevance'>({
      select: COLUMNS,
      from: 'devices t',
      search: customerId === undefined ? everywhere(search) : searchIn('devices', search, customerId, null),
      where,
      parameters,
      sorts: SORTS,
      sort: query.sort ?? (search ? 'relevance' : 'name'),
      query,
    });
    return { ...page, items: await this.shown(page.items) };
  }

  /** @throws notFound */
  async detail(id: string): Promise<DeviceDto> {
    const device = await this.devices.findOne({ id });
    const [shown] = device ? await this.shown([device]) : [];
    if (!shown) throw notFound();
    return shown;
  }

  private async shown(devices: readonly DeviceRow[]): Promise<DeviceDto[]> {
    const customers = await this.customers.customerNames(devices.map(({ customerId }) => customerId));
    const models = await this.models.names(devices.flatMap(({ printerModelId }) => printerModelId ?? []));
    return devices.flatMap((device) => {
      const customer = customers.get(device.customerId);
      return customer
        ? [presentDevice(device, customer, models.get(device.printerModelId ?? '') ?? null)]
        : [];
    });
  }
}

/** Among all customers, devices are also found by whose and which model they are. */
function everywhere(text: string | undefined): SearchCall | undefined {
  return text === undefined
    ? undefined
    : { table: 'devices', called: 'search_devices_everywhere', arguments: [text] };
}
