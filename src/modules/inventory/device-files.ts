import { Injectable } from '@nestjs/common';
import type { CsvExport } from '../../csv/csv-export';
import type { Batch, CsvImport } from '../../csv/csv-import';
import { CsvImporter, type ImportFile } from '../../csv/csv-importer';
import type { ImportOptions } from '../../csv/import-form.dto';
import type { ImportReportDto } from '../../csv/import-report.dto';
import { pagesOf } from '../../csv/table-export';
import { TransactionService } from '../../platform/database';
import { DEVICE_COLUMNS, DEVICE_KEY } from './device-columns';
import { importKeyOf } from './device-identity';
import { DeviceRows } from './device-rows';

/** Devices in CSV files. */
@Injectable()
export class DeviceFiles {
  constructor(
    private readonly importer: CsvImporter,
    private readonly transactions: TransactionService,
    private readonly rows: DeviceRows,
  ) {}

  /** @throws one of IMPORT_ERRORS */
  import(file: ImportFile, options: ImportOptions): Promise<ImportReportDto> {
    const lines = new Map<string, number>();
    const target: CsvImport = {
      name: 'devices',
      columns: DEVICE_COLUMNS,
      key: DEVICE_KEY,
      keyOf: importKeyOf,
      write: (batch: Batch) => this.rows.write(batch, lines),
    };
    return this.importer.run(target, file, options);
  }

  export(): CsvExport {
    const pages = pagesOf<{ id: string }>(this.transactions, (last) => this.rows.read(last?.id));
    return { fileName: 'geraete.csv', columns: DEVICE_COLUMNS, pages };
  }
}
