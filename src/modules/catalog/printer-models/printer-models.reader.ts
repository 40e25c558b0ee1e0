import { Injectable } from '@nestjs/common';
import { tenantCondition } from '../../../platform/database/tenant-scope';
import { TransactionService } from '../../../platform/database/transaction.service';
import { byText, comparisonKey } from '../../../platform/text/comparison-key';

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

  /** By manufacturer and model in one, e.g. "Brother HL-L2350DW"; what looks alike is alike, unknown ones are absent. */
  async idsByName(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await this.transactions.queryByIds<{ key: string; id: string }>(
      `SELECT w.key, t.id FROM printer_models t
       JOIN unnest($2::text[]) w (key) ON t.manufacturer_key || ' ' || t.name_key = w.key
       WHERE ${tenantCondition('t')}`,
      names.map(comparisonKey),
    );
    return byText(names, found);
  }
}
