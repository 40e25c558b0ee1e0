import { Injectable } from '@nestjs/common';
import { queryByIds, tenantCondition, TransactionService } from '../../../platform/database';
import { type OfferedArticle, offeredArticle, offeredColumns, type OfferedRow } from './offered-article';

/** An article that fits a printer model. */
export interface OfferedAccessory extends OfferedArticle {
  readonly printerModelId: string;
  /** Free text, e.g. "Toner schwarz". */
  readonly kind: string;
  readonly yieldPages: number | null;
}

type AccessoryRow = OfferedRow & Pick<OfferedAccessory, 'printerModelId' | 'kind' | 'yieldPages'>;

/** What fits which printer; for the printer shop, so no article needs to be in the online shop. */
@Injectable()
export class AccessoriesReader {
  constructor(private readonly transactions: TransactionService) {}

  /** Active articles only, by model, kind and name. Without prices the statement does not name the price column. */
  async of(printerModelIds: readonly string[], withPrices: boolean): Promise<OfferedAccessory[]> {
    const rows = await queryByIds<AccessoryRow>(
      this.transactions,
      `SELECT ${offeredColumns(withPrices)}, a.printer_model_id AS "printerModelId", a.kind,
         a.yield_pages AS "yieldPages"
       FROM printer_model_accessories a JOIN articles t ON t.tenant_id = a.tenant_id AND t.id = a.article_id
       WHERE ${tenantCondition('a')} AND a.printer_model_id = ANY($2::uuid[]) AND t.active
       ORDER BY a.printer_model_id, a.kind, t.sort_name, t.id`,
      printerModelIds,
    );
    return rows.map(offeredAccessory);
  }

  /** Those of the articles that are an accessory of any printer model: what does not fit one printer is no stranger. */
  async among(articleIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await queryByIds<{ id: string }>(
      this.transactions,
      `SELECT DISTINCT a.article_id AS id
       FROM printer_model_accessories a JOIN articles t ON t.tenant_id = a.tenant_id AND t.id = a.article_id
       WHERE ${tenantCondition('a')} AND a.article_id = ANY($2::uuid[]) AND t.active`,
      articleIds,
    );
    return new Set(rows.map(({ id }) => id));
  }
}

function offeredAccessory(row: AccessoryRow): OfferedAccessory {
  const { printerModelId, kind, yieldPages } = row;
  return { ...offeredArticle(row), printerModelId, kind, yieldPages };
}
