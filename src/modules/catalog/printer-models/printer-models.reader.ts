import { Injectable } from '@nestjs/common';
import { queryByIds, tenantCondition, TransactionService } from '../../../platform/database';
import { comparisonKey } from '../../../platform/text/comparison-key';

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
    const found = await queryByIds<PrinterModelName>(
      this.transactions,
      `SELECT t.id, t.manufacturer, t.name FROM printer_models t
       WHERE ${tenantCondition('t')} AND t.id = ANY($2::uuid[])`,
      ids,
    );
    return new Map(found.map((model) => [model.id, model]));
  }

  /**
   * By manufacturer and model, with a line break between them, or in one, e.g. "Brother HL-L2350DW"; what looks alike is
   * alike, unknown ones are absent.
   */
  async idsByName(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const keys = new Map(names.map((name) => [name, name.split('\n').map(comparisonKey).join('\n')]));
    const found = await queryByIds<{ key: string; id: string }>(
      this.transactions,
      `SELECT w.key, t.id FROM printer_models t
       JOIN unnest($2::text[]) w (key)
         ON w.key IN (t.manufacturer_key || chr(10) || t.name_key, t.manufacturer_key || ' ' || t.name_key)
       WHERE ${tenantCondition('t')}`,
      [...keys.values()],
    );
    const ids = new Map(found.map(({ key, id }) => [key, id]));
    return new Map(
      [...keys].flatMap(([name, key]) => {
        const id = ids.get(key);
        return id === undefined ? [] : [[name, id] as const];
      }),
    );
  }
}
