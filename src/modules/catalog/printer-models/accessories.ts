import { Injectable } from '@nestjs/common';
import { queryByIds, tenantCondition, TransactionService } from '../../../platform/database';
import { articleColumns } from '../articles/article-list';
import type { ArticleRow } from '../articles/article.dto';

/** That an article fits a printer model, and as what. */
export interface AccessoryValues {
  readonly kind: string;
  readonly yieldPages: number | null;
}

export type ListedAccessory = ArticleRow & AccessoryValues & { readonly hasImage: boolean };

/** An article among all that fit a model. */
export interface WantedAccessory extends AccessoryValues {
  readonly articleId: string;
}

/** All that fits a model, with the state in which it was read. */
export interface AccessorySet {
  readonly version: number;
  readonly accessories: readonly ListedAccessory[];
}

export interface ModelOfArticle extends AccessoryValues {
  readonly id: string;
  readonly manufacturer: string;
  readonly name: string;
}

/**
 * A number of 28 bits made of what the rows say: whatever way they are changed, by file or one by one, it is another one, and nobody
 * has to count.
 */
const VERSION = `
  SELECT ('x' || left(md5(coalesce(string_agg(concat_ws(' ', a.article_id, a.yield_pages, a.kind), E'\n' ORDER BY a.article_id), '')), 7))
    ::bit(28)::integer AS version
  FROM printer_model_accessories a WHERE ${tenantCondition('a')} AND a.printer_model_id = $2`;

/** The rows that say which article fits which printer model. */
@Injectable()
export class Accessories {
  constructor(private readonly transactions: TransactionService) {}

  find(printerModelId: string, articleId: string): Promise<AccessoryValues | undefined> {
    return this.first<AccessoryValues>(
      `SELECT a.kind, a.yield_pages AS "yieldPages" FROM printer_model_accessories a
       WHERE ${tenantCondition('a')} AND a.printer_model_id = $2 AND a.article_id = $3`,
      [printerModelId, articleId],
    );
  }

  async put(printerModelId: string, articleId: string, { kind, yieldPages }: AccessoryValues): Promise<void> {
    await this.transactions.query(
      `INSERT INTO printer_model_accessories (tenant_id, printer_model_id, article_id, kind, yield_pages)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (tenant_id, printer_model_id, article_id)
       DO UPDATE SET kind = EXCLUDED.kind, yield_pages = EXCLUDED.yield_pages`,
      [this.transactions.tenantId, printerModelId, articleId, kind, yieldPages],
    );
  }

  /** Tells whether there was one. */
  async remove(printerModelId: string, articleId: string): Promise<boolean> {
    const removed = await this.first(
      `WITH removed AS (
         DELETE FROM printer_model_accessories a
         WHERE ${tenantCondition('a')} AND a.printer_model_id = $2 AND a.article_id = $3 RETURNING a.article_id
       ) SELECT article_id FROM removed`,
      [printerModelId, articleId],
    );
    return removed !== undefined;
  }

  /** Removes what is not wanted, and writes what is new or different. */
  async replace(printerModelId: string, wanted: readonly WantedAccessory[]): Promise<void> {
    const { tenantId, current } = this.transactions;
    await current.query(
      `DELETE FROM printer_model_accessories a
       WHERE ${tenantCondition('a')} AND a.printer_model_id = $2 AND a.article_id <> ALL ($3::uuid[])`,
      [tenantId, printerModelId, wanted.map(({ articleId }) => articleId)],
    );
    await current.query(
      `INSERT INTO printer_model_accessories AS a (tenant_id, printer_model_id, article_id, kind, yield_pages)
       SELECT $1, $2, r."articleId", r.kind, r."yieldPages"
       FROM jsonb_to_recordset($3::jsonb) AS r("articleId" uuid, kind text, "yieldPages" integer)
       ON CONFLICT (tenant_id, printer_model_id, article_id)
       DO UPDATE SET kind = excluded.kind, yield_pages = excluded.yield_pages
       WHERE (a.kind, a.yield_pages) IS DISTINCT FROM (excluded.kind, excluded.yield_pages)`,
      [tenantId, printerModelId, JSON.stringify(wanted)],
    );
  }

  /** Of all that a model has. */
  async versionOf(printerModelId: string): Promise<number> {
    const row = await this.first<{ version: number }>(VERSION, [printerModelId]);
    return row?.version ?? 0;
  }

  /** All of a model, inactive articles too. */
  of(printerModelId: string): Promise<ListedAccessory[]> {
    return this.transactions.query<ListedAccessory>(
      `SELECT ${articleColumns(1)}, a.kind, a.yield_pages AS "yieldPages" FROM printer_model_accessories a
       JOIN articles t ON t.tenant_id = a.tenant_id AND t.id = a.article_id
       WHERE ${tenantCondition('a')} AND a.printer_model_id = $2 ORDER BY a.kind, t.sort_name, t.id`,
      [this.transactions.tenantId, printerModelId],
    );
  }

  modelsOf(articleId: string): Promise<ModelOfArticle[]> {
    return this.transactions.query<ModelOfArticle>(
      `SELECT m.id, m.manufacturer, m.name, a.kind, a.yield_pages AS "yieldPages" FROM printer_model_accessories a
       JOIN printer_models m ON m.tenant_id = a.tenant_id AND m.id = a.printer_model_id
       WHERE ${tenantCondition('a')} AND a.article_id = $2 ORDER BY m.sort_name, m.id`,
      [this.transactions.tenantId, articleId],
    );
  }

  /** How many each model has; those without are absent. */
  async counts(printerModelIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await queryByIds<{ id: string; n: number }>(
      this.transactions,
      `SELECT a.printer_model_id AS id, count(*)::int AS n FROM printer_model_accessories a
       WHERE ${tenantCondition('a')} AND a.printer_model_id = ANY($2::uuid[]) GROUP BY a.printer_model_id`,
      printerModelIds,
    );
    return new Map(rows.map(({ id, n }) => [id, n]));
  }

  private async first<Row extends object>(sql: string, ids: string[]): Promise<Row | undefined> {
    const [row] = await this.transactions.query<Row>(sql, [this.transactions.tenantId, ...ids]);
    return row;
  }
}
