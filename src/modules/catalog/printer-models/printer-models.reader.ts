import { Injectable } from '@nestjs/common';
import { tenantCondition } from '../../../platform/database/tenant-scope';
import { TransactionService } from '../../../platform/database/transaction.service';

export interface PrinterModelName {
  readonly id: string;
  readonly manufacturer: string;
  readonly name: string;
}

/** What other modules may ask about printer models. */
@Injectable()
export class PrinterModelsReader {
  constructor(private readonly transactions: TransactionService) {}

  /** Unknown ids are absent. */
  async names(ids: readonly string[]): Promise<ReadonlyMap<string, PrinterModelName>> {
    const found = await this.transactions.queryByIds<PrinterModelName>(
      `SELECT t.id, t.manufacturer, t.name FROM printer_models t
       WHERE ${tenantCondition('t')} AND t.id = ANY($2::uuid[])`,
      ids,
    );
    return new Map(found.map((model) => [model.id, model]));
  }

  /**
   * By manufacturer and model, with a line break between them, or in one, e.g. "Brother HL-L2350DW"; case does not matter,
   * unknown ones are absent.
   */
  async idsByName(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await this.transactions.queryByIds<{ name: string; id: string }>(
      `SELECT w.name, t.id FROM printer_models t
       JOIN unnest($2::text[]) w(name) 
         ON lower(w.name) IN (lower(t.manufacturer || chr(10) || t.name), lower(t.manufacturer || ' ' || t.name))
       WHERE ${tenantCondition('t')}`,
      names,
    );
    return new Map(found.map(({ name, id }) => [name, id]));
  }
}
