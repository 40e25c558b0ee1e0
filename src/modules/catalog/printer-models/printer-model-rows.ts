import { Injectable } from '@nestjs/common';
import { BadCell } from '../../../csv/cells/cell-type';
import type { Batch, RefusedRow, Written } from '../../../csv/csv-import';
import type { CsvRow } from '../../../csv/reading/rows';
import { tenantCondition, TransactionService } from '../../../platform/database';
import { newId } from '../../../platform/ids';
import { byText, comparisonKey } from '../../../platform/text/comparison-key';

type AccessoryRow = {
  readonly manufacturer: string;
  readonly model: string;
  readonly article?: string | null;
  readonly kind?: string | null;
  readonly yield_pages?: number | null;
};

/** A model that a file names, once. */
interface ModelRow {
  /** The id that it gets if it is missing. */
  readonly id: string;
  readonly key: string;
  readonly manufacturer: string;
  readonly model: string;
  readonly manufacturer_key: string;
  readonly name_key: string;
}

const NO_ARTICLE = new BadCell('article-unknown', {
  de: 'Diesen Artikel gibt es im Materialkatalog nicht.',
  en: 'There is no such article in the catalog.',
});

/** Writes rows of files: models that are missing, then their accessories. */
@Injectable()
export class PrinterModelRows {
  constructor(private readonly transactions: TransactionService) {}

  async write({ rows, fields }: Batch): Promise<Written> {
    const articles = await this.articleIds(rows);
    const refused = rows.flatMap((row) => refusals(row, articles));
    const good = rows.filter((row) => !refused.some((other) => other.row === row)).map(valuesOf);
    const models = modelsOf(good);
    const createdModels = await this.insertModels(models);
    const ids = await this.modelIds(models);
    const accessories = good
      .filter(({ article }) => article)
      .map((row) => ({
        printer_model_id: ids.get(keyOf(row)),
        article_id: articles.get(row.article ?? ''),
        kind: row.kind,
        yield_pages: row.yield_pages ?? null,
      }));
    const written = await this.upsertAccessories(accessories, fields.includes('yield_pages'));
    const created = written.filter((accessory) => accessory.created).length;
    const bare = good.filter((row) => !row.article && createdModels.has(keyOf(row))).length;
    return { created: created + bare, updated: written.length - created, refused };
  }

  private async articleIds(rows: readonly CsvRow[]): Promise<ReadonlyMap<string, string>> {
    const numbers = rows.flatMap((row) => valuesOf(row).article ?? []);
    const found = await this.transactions.query<{ key: string; id: string }>(
      `SELECT t.number_key AS key, t.id FROM articles t
       WHERE ${tenantCondition('t')} AND t.number_key = ANY($2::text[])`,
      [this.transactions.tenantId, numbers.map(comparisonKey)],
    );
    return byText(numbers, found);
  }

  /** Tells which were missing. */
  private async insertModels(models: readonly ModelRow[]): Promise<ReadonlySet<string>> {
    const inserted = await this.transactions.query<{ id: string }>(
      `INSERT INTO printer_models (tenant_id, id, version, manufacturer, name, manufacturer_key, name_key)
       SELECT $1, r.id, 1, r.manufacturer, r.model, r.manufacturer_key, r.name_key FROM jsonb_to_recordset($2::jsonb)
         AS r(id uuid, manufacturer text, model text, manufacturer_key text, name_key text)
       ON CONFLICT (tenant_id, manufacturer_key, name_key) DO NOTHING RETURNING id`,
      [this.transactions.tenantId, JSON.stringify(models)],
    );
    const ids = new Set(inserted.map(({ id }) => id));
    return new Set(models.filter(({ id }) => ids.has(id)).map(({ key }) => key));
  }

  private async modelIds(models: readonly ModelRow[]): Promise<ReadonlyMap<string, string>> {
    const found = await this.transactions.query<{ key: string; id: string }>(
      `SELECT r.key, m.id FROM jsonb_to_recordset($2::jsonb) AS r(key text, manufacturer_key text, name_key text)
       JOIN printer_models m ON ${tenantCondition('m')}
         AND m.manufacturer_key = r.manufacturer_key AND m.name_key = r.name_key`,
      [this.transactions.tenantId, JSON.stringify(models)],
    );
    return new Map(found.map(({ key, id }) => [key, id]));
  }

  private upsertAccessories(rows: readonly object[], withYield: boolean): Promise<{ created: boolean }[]> {
    const yieldPages = withYield ? 'excluded.yield_pages' : 'a.yield_pages';
    // An insert that meets a row locks it, though it changes nothing: what is as it should be is left out.
    return this.transactions.query<{ created: boolean }>(
      `INSERT INTO printer_model_accessories AS a (tenant_id, printer_model_id, article_id, kind, yield_pages)
       SELECT $1, r.printer_model_id, r.article_id, r.kind, r.yield_pages FROM jsonb_to_recordset($2::jsonb)
         AS r(printer_model_id uuid, article_id uuid, kind text, yield_pages integer)
       WHERE (SELECT (a.kind, a.yield_pages) IS NOT DISTINCT FROM (r.kind, ${withYield ? 'r' : 'a'}.yield_pages)
              FROM printer_model_accessories a WHERE ${tenantCondition('a')}
                AND a.printer_model_id = r.printer_model_id AND a.article_id = r.article_id LIMIT 1) IS NOT TRUE
       ON CONFLICT (tenant_id, printer_model_id, article_id)
       DO UPDATE SET kind = excluded.kind, yield_pages = ${yieldPages}
       WHERE (a.kind, a.yield_pages) IS DISTINCT FROM (excluded.kind, ${yieldPages})
       RETURNING a.xmax = 0 AS created`,
      [this.transactions.tenantId, JSON.stringify(rows)],
    );
  }
}

function refusals(row: CsvRow, articles: ReadonlyMap<string, string>): RefusedRow[] {
  const { article, kind } = valuesOf(row);
  if (!article) return [];
  if (!articles.has(article)) return [{ row, field: 'article', reason: NO_ARTICLE }];
  return kind ? [] : [{ row, field: 'kind' in row.values ? 'kind' : 'article', reason: NO_KIND }];
}

const NO_KIND = new BadCell('kind-missing', {
  de: 'Zu einem Artikel gehört die Art des Zubehörs in der Spalte „Art“, zum Beispiel „Toner schwarz“.',
  en: 'With an article goes the kind of accessory in the column "Art", for example "Toner schwarz".',
});

function valuesOf({ values }: CsvRow): AccessoryRow {
  return values as AccessoryRow;
}

function keyOf({ manufacturer, model }: AccessoryRow): string {
  return `${comparisonKey(manufacturer)}\n${comparisonKey(model)}`;
}

function modelsOf(rows: readonly AccessoryRow[]): ModelRow[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return [...byKey].map(([key, { manufacturer, model }]) => ({
    id: newId(),
    key,
    manufacturer,
    model,
    manufacturer_key: comparisonKey(manufacturer),
    name_key: comparisonKey(model),
  }));
}
