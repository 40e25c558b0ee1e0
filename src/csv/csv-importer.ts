import { Injectable } from '@nestjs/common';
import { AuditLog } from '../platform/audit/audit-log';
import { TransactionService } from '../platform/database';
import { EventPublisher } from '../platform/events/event-publisher';
import type { FieldError } from '../platform/errors';
import { displayName } from '../files/file-name';
import type { Upload } from '../files/spool';
import { newId } from '../platform/ids';
import { comparisonKey } from '../platform/text/comparison-key';
import type { BadCell } from './cells/cell-type';
import { importRejected, importRunning } from './csv.errors';
import { fileImported } from './csv.events';
import { type CsvImport, repetition } from './csv-import';
import type { ImportOptions } from './import-form.dto';
import { ImportReport } from './import-report';
import type { ImportReportDto } from './import-report.dto';
import { openCsv, type OpenCsv } from './reading/open-csv';
import { type CellProblem, type CsvRow, rowOf } from './reading/rows';

/** What of a file is needed to import it. */
export type ImportFile = Pick<Upload, 'path' | 'fileName' | 'sha256'>;

const BATCH = 500;

/** Reads files of any module row by row and has them written in one transaction. */
@Injectable()
export class CsvImporter {
  constructor(
    private readonly transactions: TransactionService,
    private readonly audit: AuditLog,
    private readonly events: EventPublisher,
  ) {}

  /** @throws one of IMPORT_ERRORS */
  async run(
    target: CsvImport,
    file: ImportFile,
    { dryRun = false, mode = 'ALL_OR_NOTHING' }: ImportOptions,
  ): Promise<ImportReportDto> {
    const csv = await openCsv(file.path, target.columns, neededKey(target));
    return this.transactions.run(async () => {
      await this.claim(target.name);
      // The transaction may be another's, e.g. that of the Idempotency-Key, which has to last.
      await this.transactions.query('SAVEPOINT import');
      const report = await this.read(target, csv);
      if (dryRun) {
        await this.transactions.query('ROLLBACK TO SAVEPOINT import');
        return report.summary(true, false);
      }
      if (report.failed > 0 && mode === 'ALL_OR_NOTHING') throw rejection(report.summary(false, false));
      const summary = report.summary(false, true);
      await this.record(target, file, mode, summary);
      return summary;
    });
  }

  private async read(target: CsvImport, { header, signs, records }: OpenCsv): Promise<ImportReport> {
    const report = new ImportReport(header);
    const linesByKey = new Map<string, number>();
    let rows: CsvRow[] = [];
    for await (const record of records) {
      report.rowRead();
      const read = rowOf(record, header, target.columns, signs);
      const row = unlessRepeated(read, target, header.fields, linesByKey);
      if (Array.isArray(row)) report.rowFailed(row);
      else rows.push(row);
      if (rows.length < BATCH) continue;
      await this.write(target, header.fields, rows, report);
      rows = [];
    }
    if (rows.length > 0) await this.write(target, header.fields, rows, report);
    return report;
  }

  private async write(
    target: CsvImport,
    fields: readonly string[],
    rows: readonly CsvRow[],
    report: ImportReport,
  ): Promise<void> {
    const written = await target.write({ rows, fields });
    report.rowsWritten(written);
    for (const { row, field, reason } of written.refused) {
      report.rowFailed([problemAt(row, fields.indexOf(field), reason)]);
    }
  }

  /** Two imports of the same kind would wait for one another's rows, in any order. */
  private async claim(name: string): Promise<void> {
    const [row] = await this.transactions.query<{ free: boolean }>(
      `SELECT pg_try_advisory_xact_lock(hashtextextended($1 || ':import:' || $2, 0)) AS free`,
      [this.transactions.tenantId, name],
    );
    if (!row?.free) throw importRunning();
  }

  private async record(
    { name }: CsvImport,
    file: ImportFile,
    mode: string,
    { rows, created, updated, unchanged, failed }: ImportReportDto,
  ): Promise<void> {
    const fileName = displayName(file.fileName);
    const changes = { fileName, sha256: file.sha256, mode, rows, created, updated, unchanged, failed };
    const importId = newId();
    await this.audit.record({
      action: `${name}.imported`,
      objectType: 'Import',
      objectId: importId,
      changes,
    });
    if (created + updated > 0) await this.events.publish(fileImported, { importId });
  }
}

function neededKey({ key, columns }: CsvImport): string[] {
  return key.filter((field) => columns[field]?.needed);
}

/** A key may occur once in a file: of two rows it is unclear which one is meant. */
function unlessRepeated(
  row: CsvRow | CellProblem[],
  target: CsvImport,
  fields: readonly string[],
  lines: Map<string, number>,
): CsvRow | CellProblem[] {
  if (Array.isArray(row)) return row;
  const { columns, key: usual, keyOf = () => usual } = target;
  const key = keyOf(row.values);
  if (key.length === 0) return row;
  const name = JSON.stringify(key.map((field) => [field, compared(row.values[field] ?? '')]));
  const first = lines.get(name);
  if (first === undefined) {
    lines.set(name, row.line);
    return row;
  }
  const present = key.filter((field) => fields.includes(field));
  const names = present.map((field) => columns[field]?.names[0]).join(', ');
  const reason = repetition(names, first);
  return [problemAt(row, fields.indexOf(present.at(-1) ?? ''), reason)];
}

/** @param place from 0; -1 where the file has no such column */
function problemAt({ line, cells }: CsvRow, place: number, reason: BadCell): CellProblem {
  return { line, column: place + 1, cell: cells[place], reason };
}

function compared(value: unknown): unknown {
  return typeof value === 'string' ? comparisonKey(value) : value;
}

/** The report as it is, within problem details. */
function rejection(report: ImportReportDto): Error {
  const { errors, errorCount, ...counts } = report;
  const fields = errors.map(({ code, detail, ...place }): FieldError => ({
    pointer: '/file',
    code,
    texts: { de: detail, en: detail },
    extensions: place,
  }));
  return importRejected({ fields, values: { errorCount }, extensions: { ...counts, errorCount } });
}
