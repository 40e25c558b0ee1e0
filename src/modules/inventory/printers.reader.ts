import { Injectable } from '@nestjs/common';
import { tenantCondition, TransactionService } from '../../platform/database';
import { KeysetList, type Page, searchIn } from '../../platform/http/paging/keyset-list';
import { type PrinterModelName, PrinterModelsReader } from '../catalog';
import type { PrintersQuery } from './dto/printers.query';

/** A printer as its customer may see it. */
export interface Printer {
  readonly id: string;
  readonly name: string;
  readonly serialNumber: string | null;
  readonly assetTag: string | null;
  readonly location: string | null;
  readonly room: string | null;
  readonly userName: string | null;
  readonly model: PrinterModelName;
}

type PrinterRow = Omit<Printer, 'model'> & { readonly printerModelId: string };

const COLUMNS = `t.id, t.name, t.serial_number AS "serialNumber", t.asset_tag AS "assetTag", t.location, t.room,
  t.user_name AS "userName", t.printer_model_id AS "printerModelId"`;

/** Written out as the partial index has it. */
const PRINTERS = `t.printer_model_id IS NOT NULL AND t.status <> 'RETIRED'`;

const SORTS = {
  name: { by: 't.sort_name', type: 'text', direction: 'ASC' },
  relevance: { by: 's.rank', type: 'real', direction: 'DESC' },
} as const;

/** The printers of a customer: devices that have a printer model and are not retired. */
@Injectable()
export class PrintersReader {
  constructor(
    private readonly transactions: TransactionService,
    private readonly lists: KeysetList,
    private readonly models: PrinterModelsReader,
  ) {}

  async page(customerId: string, query: PrintersQuery): Promise<Page<Printer>> {
    const { search } = query;
    const page = await this.lists.page<PrinterRow, keyof typeof SORTS>({
      select: COLUMNS,
      from: 'devices t',
      search: searchIn('devices', search, customerId, true),
      where: ['t.customer_id = $1::uuid', PRINTERS],
      parameters: [customerId],
      sorts: SORTS,
      sort: search ? 'relevance' : 'name',
      query,
    });
    return { ...page, items: await this.withModels(page.items) };
  }

  /** Ids that are no printer of this customer are absent. */
  async byIds(customerId: string, ids: readonly string[]): Promise<ReadonlyMap<string, Printer>> {
    const rows = await this.rows(customerId, ids);
    return new Map((await this.withModels(rows)).map((printer) => [printer.id, printer]));
  }

  /** Of which model a printer of this customer is. */
  async modelIdOf(customerId: string, id: string): Promise<string | undefined> {
    const [printer] = await this.rows(customerId, [id]);
    return printer?.printerModelId;
  }

  private async rows(customerId: string, ids: readonly string[]): Promise<PrinterRow[]> {
    if (ids.length === 0) return [];
    return this.transactions.query<PrinterRow>(
      `SELECT ${COLUMNS} FROM devices t
       WHERE ${tenantCondition('t')} AND t.customer_id = $2::uuid AND t.id = ANY($3::uuid[]) AND ${PRINTERS}`,
      [this.transactions.tenantId, customerId, [...new Set(ids)]],
    );
  }

  private async withModels(rows: readonly PrinterRow[]): Promise<Printer[]> {
    const models = await this.models.names(rows.map(({ printerModelId }) => printerModelId));
    return rows.flatMap(({ printerModelId, ...printer }) => {
      const model = models.get(printerModelId);
      return model ? [{ ...printerOf(printer), model }] : [];
    });
  }
}

/** Without the list's own columns. */
function printerOf({
  id,
  name,
  serialNumber,
  assetTag,
  location,
  room,
  userName,
}: Omit<Printer, 'model'>): Omit<Printer, 'model'> {
  return { id, name, serialNumber, assetTag, location, room, userName };
}
