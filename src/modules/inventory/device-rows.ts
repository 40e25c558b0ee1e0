import { Injectable } from '@nestjs/common';
import { BadCell } from '../../platform/csv/cells/cell-type';
import type { Batch, RefusedRow, Written } from '../../platform/csv/csv-import';
import type { CsvRow } from '../../platform/csv/reading/rows';
import { TableRows, type TableShape } from '../../platform/csv/table-rows';
import { tenantCondition } from '../../platform/database/tenant-scope';
import { TransactionService } from '../../platform/database/transaction.service';
import { PrinterModelsReader } from '../catalog';
import { ContactsReader } from '../contacts';
import { printerModelUnknown } from './inventory.errors';

interface DeviceRow {
  readonly asset_tag: string;
  readonly customer?: string;
  readonly printer_manufacturer?: string | null;
  readonly printer_model?: string | null;
}

/** What the names in the rows stand for. */
interface Known {
  readonly customers: ReadonlyMap<string, string>;
  readonly models: ReadonlyMap<string, string>;
  /** The customers of the devices that are there already, by asset tag. */
  readonly owners: ReadonlyMap<string, string>;
}

const TEXTS = ['name', 'type', 'serial_number', 'location', 'room', 'user_name', 'status', 'notes'];

const TABLE: TableShape = {
  name: 'devices',
  key: 'asset_tag',
  foldedKey: '(tenant_id, lower(asset_tag)) WHERE asset_tag IS NOT NULL',
  types: {
    ...Object.fromEntries(['asset_tag', ...TEXTS].map((column) => [column, 'text'])),
    customer_id: 'uuid',
    printer_model_id: 'uuid',
  },
  needed: { customer_id: 'Kundennummer', name: 'Name' },
  lasting: ['customer_id'],
  changedAt: 'updated_at',
};

const CUSTOMER_UNKNOWN = new BadCell('customer-unknown', {
  de: 'Einen Kunden mit dieser Kundennummer gibt es nicht.',
  en: 'There is no customer with this number.',
});
const OTHER_CUSTOMER = new BadCell('other-customer', {
  de: 'Diese Inventarnummer trägt ein Gerät eines anderen Kunden.',
  en: 'A device of another customer has this asset tag.',
});
const MODEL_UNKNOWN = new BadCell('printer-model-unknown', printerModelUnknown().texts);

const PAGE = 500;

/** Devices between files and the table: customers and printer models have names there and ids here. */
@Injectable()
export class DeviceRows {
  constructor(
    private readonly transactions: TransactionService,
    private readonly customers: ContactsReader,
    private readonly models: PrinterModelsReader,
  ) {}

  async write({ rows, fields }: Batch): Promise<Written> {
    const known = await this.known(rows);
    const refused = rows.flatMap((row) => refusals(row, known));
    const columns = [
      ...fields.filter((field) => field === TABLE.key || TEXTS.includes(field)),
      ...(fields.includes('customer') ? ['customer_id'] : []),
      ...(fields.some((field) => field.startsWith('printer_')) ? ['printer_model_id'] : []),
    ];
    const good = rows.filter((row) => !refused.some((other) => other.row === row));
    const written = await new TableRows(this.transactions, TABLE, columns).write(
      good.map((row) => withIds(row, known)),
    );
    return { ...written, refused: [...refused, ...written.refused] };
  }

  /** A page of all devices, in the order in which they were recorded. */
  async read(after: string | undefined): Promise<{ id: string }[]> {
    const devices = await this.transactions.query<{
      id: string;
      customer_id: string;
      printer_model_id: string | null;
    }>(
      `SELECT t.id, t.customer_id, t.printer_model_id, t.asset_tag, ${TEXTS.map((column) => `t.${column}`).join(', ')}
       FROM devices t WHERE ${tenantCondition('t')} ${after ? 'AND t.id > $2' : ''} ORDER BY t.id LIMIT ${PAGE}`,
      [this.transactions.tenantId, ...(after ? [after] : [])],
    );
    const customers = await this.customers.customerNames(devices.map((device) => device.customer_id));
    const models = await this.models.names(devices.flatMap((device) => device.printer_model_id ?? []));
    return devices.map((device) => {
      const model = models.get(device.printer_model_id ?? '');
      return {
        ...device,
        customer: customers.get(device.customer_id)?.number,
        printer_manufacturer: model?.manufacturer,
        printer_model: model?.name,
      };
    });
  }

  private async known(rows: readonly CsvRow[]): Promise<Known> {
    const values = rows.map(valuesOf);
    const owners = await this.transactions.query<{ tag: string; customer_id: string }>(
      `SELECT w.tag, t.customer_id FROM devices t JOIN unnest($2::text[]) w(tag) ON lower(t.asset_tag) = lower(w.tag)
       WHERE ${tenantCondition('t')} AND t.asset_tag IS NOT NULL`,
      [this.transactions.tenantId, values.map((row) => row.asset_tag)],
    );
    return {
      customers: await this.customers.customerIds(values.flatMap(({ customer }) => customer ?? [])),
      models: await this.models.idsByName(values.map(modelName).filter(Boolean)),
      owners: new Map(owners.map((owner) => [owner.tag, owner.customer_id])),
    };
  }
}

function refusals(row: CsvRow, { customers, models, owners }: Known): RefusedRow[] {
  const values = valuesOf(row);
  const model = modelName(values);
  const refused: RefusedRow[] = [];
  if (values.customer !== undefined) {
    const customer = customers.get(values.customer);
    const owner = owners.get(values.asset_tag);
    if (!customer) refused.push({ row, field: 'customer', reason: CUSTOMER_UNKNOWN });
    else if (owner && owner !== customer) refused.push({ row, field: 'asset_tag', reason: OTHER_CUSTOMER });
  }
  if (model && !models.has(model)) {
    const field = values.printer_model === undefined ? 'printer_manufacturer' : 'printer_model';
    refused.push({ row, field, reason: MODEL_UNKNOWN });
  }
  // One bad cell is enough for a row; the next import names the other.
  return refused.slice(0, 1);
}

function withIds(row: CsvRow, { customers, models }: Known): CsvRow {
  const values = valuesOf(row);
  const ids = {
    customer_id: customers.get(values.customer ?? '') ?? null,
    printer_model_id: models.get(modelName(values)) ?? null,
  };
  return { ...row, values: { ...row.values, ...ids } };
}

/** Manufacturer and model in one; empty for what is no printer. */
function modelName({ printer_manufacturer: manufacturer, printer_model: model }: DeviceRow): string {
  return [manufacturer, model].filter(Boolean).join(' ');
}

function valuesOf({ values }: CsvRow): DeviceRow {
  return values as unknown as DeviceRow;
}
