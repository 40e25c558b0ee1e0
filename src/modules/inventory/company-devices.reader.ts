import { Injectable } from '@nestjs/common';
import { queryByIds, tenantCondition, TransactionService } from '../../platform/database';
import { notFound } from '../../platform/errors';
import { KeysetList, type Page, searchIn } from '../../platform/http/paging/keyset-list';
import { PrinterModelsReader } from '../catalog';
import type { ListPortalDevicesQuery, PortalDeviceDto } from './dto/portal-device.dto';

export interface DeviceName {
  readonly id: string;
  readonly name: string;
}

type DeviceRow = Omit<PortalDeviceDto, 'printerModel'> & { readonly printerModelId: string | null };

// No notes: those are the staff's.
const COLUMNS = `t.id, t.name, t.type, t.printer_model_id AS "printerModelId", t.serial_number AS "serialNumber",
  t.asset_tag AS "assetTag", t.location, t.room, t.user_name AS "userName", t.status`;
const VISIBLE = `t.status <> 'RETIRED'`;

const SORTS = {
  name: { by: 't.sort_name', type: 'text', direction: 'ASC' },
  relevance: { by: 's.rank', type: 'real', direction: 'DESC' },
} as const;

/** The devices of a company as its contacts see them: whatever is not retired. */
@Injectable()
export class CompanyDevicesReader {
  constructor(
    private readonly transactions: TransactionService,
    private readonly lists: KeysetList,
    private readonly models: PrinterModelsReader,
  ) {}

  async page(customerId: string, query: ListPortalDevicesQuery): Promise<Page<PortalDeviceDto>> {
    const { search, printersOnly } = query;
    const page = await this.lists.page<DeviceRow, keyof typeof SORTS>({
      select: COLUMNS,
      from: 'devices t',
      search: searchIn('devices', search, customerId, printersOnly === true ? true : null),
      where: [
        't.customer_id = $1::uuid',
        VISIBLE,
        ...(printersOnly === true ? ['t.printer_model_id IS NOT NULL'] : []),
      ],
      parameters: [customerId],
      sorts: SORTS,
      sort: search ? 'relevance' : 'name',
      query,
    });
    return { ...page, items: await this.shown(page.items) };
  }

  /** @throws notFound */
  async get(customerId: string, id: string): Promise<PortalDeviceDto> {
    const [device] = await this.shown(await this.rows(customerId, id));
    if (!device) throw notFound();
    return device;
  }

  async has(customerId: string, id: string): Promise<boolean> {
    return (await this.rows(customerId, id)).length > 0;
  }

  /** Whether there is anything to see at all. */
  async hasAny(customerId: string): Promise<boolean> {
    const found = await this.transactions.query(
      `SELECT 1 AS one FROM devices t
       WHERE ${tenantCondition('t')} AND t.customer_id = $2::uuid AND ${VISIBLE} LIMIT 1`,
      [this.transactions.tenantId, customerId],
    );
    return found.length > 0;
  }

  /** Also of retired ones, for what was recorded about them; unknown ids are absent. */
  async names(ids: readonly string[]): Promise<ReadonlyMap<string, DeviceName>> {
    const found = await queryByIds<DeviceName>(
      this.transactions,
      `SELECT t.id, t.name FROM devices t WHERE ${tenantCondition('t')} AND t.id = ANY($2::uuid[])`,
      ids,
    );
    return new Map(found.map((device) => [device.id, device]));
  }

  private rows(customerId: string, id: string): Promise<DeviceRow[]> {
    return this.transactions.query<DeviceRow>(
      `SELECT ${COLUMNS} FROM devices t
       WHERE ${tenantCondition('t')} AND t.customer_id = $2::uuid AND t.id = $3::uuid AND ${VISIBLE}`,
      [this.transactions.tenantId, customerId, id],
    );
  }

  private async shown(rows: readonly DeviceRow[]): Promise<PortalDeviceDto[]> {
    const models = await this.models.names(rows.flatMap(({ printerModelId }) => printerModelId ?? []));
    return rows.map((row) => presentDevice(row, models.get(row.printerModelId ?? '') ?? null));
  }
}

function presentDevice(row: DeviceRow, printerModel: PortalDeviceDto['printerModel']): PortalDeviceDto {
  const { id, name, type, serialNumber, assetTag, location, room, userName, status } = row;
  return { id, name, type, printerModel, serialNumber, assetTag, location, room, userName, status };
}
