import { Id, Nullable, Text, WholeNumber } from '../../../platform/http/validation/fields';
import { NestedList } from '../../../platform/http/validation/list-fields';
import type { AccessorySet, ListedAccessory, ModelOfArticle } from './accessories';
import { ArticleListItemDto, presentListedArticle } from '../articles/article.dto';

export class PutAccessoryDto {
  /** Art des Zubehörs, frei wählbar. */
  @Text({ max: 100, example: 'Toner schwarz' })
  kind: string;

  /** Reichweite in Seiten. */
  @Nullable()
  @WholeNumber(1, 10_000_000, { example: 3000 })
  yieldPages?: number | null;
}

/** Ein Artikel und was er für das Modell ist. */
export class AccessoryOfSetDto extends PutAccessoryDto {
  /** Aus dem Materialkatalog, siehe `listArticles`; jeder nur einmal. */
  @Id()
  articleId: string;
}

export class PutAccessorySetDto {
  /** Das ganze Zubehör: Was hier fehlt, passt danach nicht mehr zum Modell. */
  @NestedList(() => AccessoryOfSetDto, { max: 500, min: 0 })
  accessories: AccessoryOfSetDto[];
}

/** Ein Artikel, der zu einem Druckermodell passt; `id` ist die des Artikels. */
export class AccessoryDto extends ArticleListItemDto {
  /** @example Toner schwarz */
  kind: string;
  /** Reichweite in Seiten. @example 3000 */
  yieldPages: number | null;
}

export class AccessoryListDto {
  /** Stand des Zubehörs; als ETag in If-Match zu senden, wenn Sie alles auf einmal ändern. */
  version: number;
  items: AccessoryDto[];
}

/** Ein Druckermodell, zu dem ein Artikel passt; `id` ist die des Modells. */
export class ModelOfArticleDto {
  id: string;
  /** @example Brother */
  manufacturer: string;
  /** @example HL-L2350DW */
  name: string;
  /** @example Toner schwarz */
  kind: string;
  /** Reichweite in Seiten. @example 3000 */
  yieldPages: number | null;
}

export class ModelsOfArticleDto {
  items: ModelOfArticleDto[];
}

export function presentAccessory(accessory: ListedAccessory): AccessoryDto {
  return Object.assign(presentListedArticle(accessory, accessory.hasImage), {
    kind: accessory.kind,
    yieldPages: accessory.yieldPages,
  });
}

export function presentAccessorySet({ version, accessories }: AccessorySet): AccessoryListDto {
  return { version, items: accessories.map(presentAccessory) };
}

export function presentModelOfArticle({
  id,
  manufacturer,
  name,
  kind,
  yieldPages,
}: ModelOfArticle): ModelOfArticleDto {
  return { id, manufacturer, name, kind, yieldPages };
}
