import { Injectable } from '@nestjs/common';
import type { BadCell } from '../../csv/cells/cell-type';
import { type Batch, type RefusedRow, repetition, type Written } from '../../csv/csv-import';
import type { CsvRow } from '../../csv/reading/rows';
import { TableRows, type TableShape } from '../../csv/table-rows';
import { mapUniqueViolation, tenantCondition, TransactionService } from '../../platform/database';
import { EventPublisher } from '../../platform/events/event-publisher';
import { newId } from '../../platform/ids';
import { comparisonKey } from '../../platform/text/comparison-key';
import { PrinterModelsReader } from '../catalog';
import { changesOf, ContactsReader, customerChanged } from '../contacts';
import { type DeviceNaming, type KnownDevice, KnownDevices, keyOf } from './device-identity';
import { CUSTOMER_UNKNOWN, MODEL_UNKNOWN, OTHER_CUSTOMER, SEVERAL, UNNAMED } from './device-refusals';
import { assetTagTaken } from './inventory.errors';

interface DeviceRow extends DeviceNaming {
  readonly printer_manufacturer?: string | null;
  readonly printer_model?: string | null;
}

/** What the names in the rows stand for. */
interface Known {
  readonly customers: ReadonlyMap<string, string>;
  readonly models: ReadonlyMap<string, string>;
  readonly devices: KnownDevices;
}

const TEXTS = ['name', 'type', 'serial_number', 'location', 'room', 'user_name', 'status', 'notes'];

const KNOWN_COLUMNS = ['id', 'customer_id', 'printer_model_id', 'asset_tag', 'asset_tag_key', ...TEXTS]
  .map((column) => `t.${column}`)
  .join(', ');

/** The columns of the keys of fields by which a row names its device. */
const KEYS: Readonly<Record<string, string>> = {
  asset_tag: 'asset_tag_key',
  serial_number: 'serial_number_key',
  name: 'name_key',
};

const TABLE: TableShape = {
  name: 'devices',
  key: 'id',
  types: {
    ...Object.fromEntries(['asset_tag', ...TEXTS, ...Object.values(KEYS)].map((column) => [column, 'text'])),
    customer_id: 'uuid',
    printer_model_id: 'uuid',
  },
  needed: { customer_id: 'Kundennummer', name: 'Name' },
  lasting: ['customer_id'],
  changedAt: 'updated_at',
};

const DUPLICATES = { devices_asset_tag: assetTagTaken, devices_asset_tag_key: assetTagTaken };

const PAGE = 500;

/** Devices between files and the table: customers and printer models have names there and ids here. */
@Injectable()
export class DeviceRows {
  constructor(
    private readonly transactions: TransactionService,
    private readonly customers: ContactsReader,
    private readonly models: PrinterModelsReader,
    private readonly events: EventPublisher,
  ) {}

  /** @param lines where the import has met which device; this call adds its own */
  async write({ rows, fields }: Batch, lines: Map<string, number>): Promise<Written> {
    const known = await this.known(rows);
    const refused: RefusedRow[] = [];
    const good: CsvRow[] = [];
    for (const row of rows) {
      const refusal = refusalOf(row, known, lines);
      if (refusal) refused.push(refusal);
      else good.push(withIds(row, known, lines));
    }
    const columns = [
      ...fields.filter((field) => field === 'asset_tag' || TEXTS.includes(field)),
      ...fields.flatMap((field) => KEYS[field] ?? []),
      ...(fields.includes('customer') ? ['customer_id'] : []),
      ...(fields.some((field) => field.startsWith('printer_')) ? ['printer_model_id'] : []),
    ];
    const table = new TableRows(this.transactions, TABLE, columns);
    const written = await mapUniqueViolation(DUPLICATES, () => table.write(good));
    const customerIds = good.map(({ values }) => String(values.customer_id));
    this.events.publishAll(customerChanged, changesOf(customerIds, 'PUBLIC'));
    // The table knows devices by their ids, the file by other fields.
    const unknown = written.refused.map((refusal) => ({
      ...refusal,
      field: keyFieldOf(valuesOf(refusal.row)),
    }));
    return { ...written, refused: [...refused, ...unknown] };
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
    const customers = await this.customers.customerIds(values.flatMap(({ customer }) => customer ?? []));
    const models = await this.models.idsByName(values.map(modelName).filter(Boolean));
    const devices = await this.transactions.query<KnownDevice>(
      `SELECT ${KNOWN_COLUMNS} FROM devices t WHERE ${tenantCondition('t')} AND t.asset_tag_key = ANY($2::text[])
       UNION
       SELECT ${KNOWN_COLUMNS} FROM devices t WHERE ${tenantCondition('t')} AND t.customer_id = ANY($3::uuid[])
         AND (t.serial_number_key = ANY($4::text[])
           OR t.asset_tag IS NULL AND t.serial_number IS NULL AND t.name_key = ANY($5::text[]))`,
      [
        this.transactions.tenantId,
        values.flatMap((row) => keyOrNull(row.asset_tag) ?? []),
        [...customers.values()],
        values.flatMap((row) => keyOrNull(row.serial_number) ?? []),
        values.flatMap((row) => keyOrNull(row.name) ?? []),
      ],
    );
    return { customers, models, devices: new KnownDevices(devices) };
  }
}

/** One bad cell is enough for a row; the next import names the other. */
function refusalOf(row: CsvRow, known: Known, lines: ReadonlyMap<string, number>): RefusedRow | undefined {
  const values = valuesOf(row);
  const model = modelName(values);
  if (values.customer !== undefined && !known.customers.has(values.customer)) {
    return { row, field: 'customer', reason: CUSTOMER_UNKNOWN };
  }
  if (model && !known.models.has(model)) {
    const field = values.printer_model === undefined ? 'printer_manufacturer' : 'printer_model';
    return { row, field, reason: MODEL_UNKNOWN };
  }
  const reason = objectionTo(row, known, lines);
  return reason && { row, field: keyFieldOf(values), reason };
}

/** Whether it is clear which device is meant, and that it is the customer's. */
function objectionTo(row: CsvRow, known: Known, lines: ReadonlyMap<string, number>): BadCell | undefined {
  const values = valuesOf(row);
  if (keyOf(values).length === 0) return UNNAMED;
  const meant = deviceOf(row, known, lines);
  if (meant === 'several') return SEVERAL;
  const customerId = known.customers.get(values.customer ?? '');
  if (meant && customerId && meant.customer_id !== customerId) return OTHER_CUSTOMER;
  const line = meant && lines.get(meant.id);
  return line === undefined ? undefined : repetition(meant?.name ?? '', line);
}

/** Of several that are called the same, the one that is just as the row says, and that no other row has meant. */
function deviceOf(
  row: CsvRow,
  { customers, models, devices }: Known,
  lines: ReadonlyMap<string, number>,
): KnownDevice | 'several' | undefined {
  const values = valuesOf(row);
  const found = devices.meantBy(values, customers.get(values.customer ?? ''));
  if (found.length < 2) return found[0];
  const model = models.get(modelName(values)) ?? null;
  return (
    found.find(
      (device) => !lines.has(device.id) && isAs(device, { ...row.values, printer_model_id: model }),
    ) ?? 'several'
  );
}

function isAs(device: KnownDevice, values: CsvRow['values']): boolean {
  const fields = ['printer_model_id', ...TEXTS].filter((field) => field in values);
  return fields.every((field) => (device[field] ?? null) === (values[field] ?? null));
}

function withIds(row: CsvRow, known: Known, lines: Map<string, number>): CsvRow {
  const values = valuesOf(row);
  const customerId = known.customers.get(values.customer ?? '');
  const device = deviceOf(row, known, lines);
  const meant = device === 'several' ? undefined : device;
  const id = meant?.id ?? newId();
  const tag = meant?.asset_tag ?? values.asset_tag ?? null;
  const keys = {
    asset_tag_key: meant?.asset_tag_key ?? keyOrNull(values.asset_tag),
    serial_number_key: keyOrNull(values.serial_number),
    name_key: keyOrNull(values.name),
  };
  lines.set(id, row.line);
  if (!meant && customerId) {
    // A later row of the batch may mean it, too, by another field.
    const { serial_number = null, name = '' } = values;
    const { asset_tag_key } = keys;
    known.devices.add({ id, customer_id: customerId, asset_tag: tag, asset_tag_key, serial_number, name });
  }
  const ids = {
    id,
    customer_id: customerId ?? meant?.customer_id ?? null,
    printer_model_id: known.models.get(modelName(values)) ?? null,
  };
  return { ...row, values: { ...row.values, asset_tag: tag, ...keys, ...ids } };
}

/** Where people look for the name of the device. */
function keyFieldOf(values: DeviceRow): string {
  return keyOf(values).at(-1) ?? 'asset_tag';
}

/** As `idsByName` wants it; empty for what is no printer. */
function modelName({ printer_manufacturer: manufacturer, printer_model: model }: DeviceRow): string {
  return [manufacturer, model].filter(Boolean).join('\n');
}

function keyOrNull(text: string | null | undefined): string | null {
  return text ? comparisonKey(text) : null;
}

function valuesOf({ values }: CsvRow): DeviceRow {
  return values;
}
