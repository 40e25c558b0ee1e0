import { currentLanguage } from '../platform/context/context';
import { textOf } from '../platform/errors';
import type { Written } from './csv-import';
import type { ImportErrorDto, ImportReportDto } from './import-report.dto';
import type { Header } from './reading/header';
import type { CellProblem } from './reading/rows';

/** Of a cell, as much as is shown. */
const MAX_CELL = 200;
/** The list of bad cells is for people; all of them are counted. */
const MAX_LISTED = 300;

/** Counts what an import meets. */
export class ImportReport {
  private readonly counts = { rows: 0, created: 0, updated: 0, failed: 0, errorCount: 0 };
  private readonly errors: ImportErrorDto[] = [];

  constructor(private readonly header: Header) {}

  get failed(): number {
    return this.counts.failed;
  }

  rowRead(): void {
    this.counts.rows += 1;
  }

  rowFailed(problems: readonly CellProblem[]): void {
    this.counts.failed += 1;
    this.counts.errorCount += problems.length;
    const room = Math.max(0, MAX_LISTED - this.errors.length);
    this.errors.push(...problems.slice(0, room).map((problem) => this.listed(problem)));
  }

  rowsWritten({ created, updated }: Written): void {
    this.counts.created += created;
    this.counts.updated += updated;
  }

  summary(dryRun: boolean, applied: boolean): ImportReportDto {
    const { rows, created, updated, failed, errorCount } = this.counts;
    const unchanged = rows - created - updated - failed;
    const errors = this.errors.toSorted((a, b) => a.line - b.line || a.column - b.column);
    return { dryRun, applied, rows, created, updated, unchanged, failed, errorCount, errors };
  }

  private listed({ line, column, cell = '', reason: { code, texts, values } }: CellProblem): ImportErrorDto {
    const detail = textOf(texts, currentLanguage(), values);
    const columnName = this.header.names[column - 1] ?? '';
    return { line, column, columnName, cell: cell.slice(0, MAX_CELL), code, detail };
  }
}
