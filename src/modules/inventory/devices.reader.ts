import { Injectable } from '@nestjs/common';
import { tenantCondition, TransactionService } from '../../platform/database';
import { bestFound, type Found, type Wanted } from '../../platform/search/best-found';
import { PrinterModelsReader } from '../catalog';
import type { DeviceStatus } from './device.entity';

export interface DeviceSummary {
  readonly id: string;
  readonly name: string;
  readonly type: string | null;
  /** Manufacturer and name of a printer's model. */
  readonly printerModel: string | null;
  readonly serialNumber: string | null;
  readonly location: string | null;
  readonly status: DeviceStatus;
}

type SummaryRow = Omit<DeviceSummary, 'printerModel'> & { readonly printerModelId: string | null };

/** What other modules may ask about devices, on behalf of staff. */
@Injectable()
export class DevicesReader {
  constructor(
    private readonly transactions: TransactionService,
    private readonly models: PrinterModelsReader,
  ) {}

  /** For the search over everything. */
  found(wanted: Wanted): Promise<Found[]> {
    const shown = {
      number: 'coalesce(t.asset_tag, t.serial_number)',
      title: 't.name',
      detail: `concat_ws(', ', t.location, t.room)`,
      customerId: 't.customer_id',
    };
    return bestFound(this.transactions, 'devices', shown, wanted);
  }

  /** The devices of a customer that are not retired, by name. */
  async devicesOf(customerId: string, limit: number): Promise<DeviceSummary[]> {
    const rows = await this.transactions.query<SummaryRow>(
      `SELECT t.id, t.name, t.type, t.serial_number AS "serialNumber", t.location, t.status,
         t.printer_model_id AS "printerModelId"
       FROM devices t WHERE ${tenantCondition('t')} AND t.customer_id = $2::uuid AND t.status <> 'RETIRED'
       ORDER BY t.sort_name, t.id LIMIT $3`,
      [this.transactions.tenantId, customerId, limit],
    );
    const models = await this.models.names(rows.flatMap(({ printerModelId }) => printerModelId ?? []));
    return rows.map(({ printerModelId, ...device }) => {
      const model = models.get(printerModelId ?? '');
      return { ...device, printerModel: model ? `${model.manufacturer} ${model.name}` : null };
    });
  }
}
