import { Nullable, Text, WholeNumber } from '../../../platform/http/validation/fields';
import type { ListedAccessory, ModelOfArticle } from './accessories';
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

/** Ein Artikel, der zu einem Druckermodell passt; `id` ist die des Artikels. */
export class AccessoryDto extends ArticleListItemDto {
  /** @example Toner schwarz */
  kind: string;
  /** Reichweite in Seiten. @example 3000 */
  yieldPages: number | null;
}

export class AccessoryListDto {
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

export function presentModelOfArticle({
  id,
  manufacturer,
  name,
  kind,
  yieldPages,
}: ModelOfArticle): ModelOfArticleDto {
  return { id, manufacturer, name, kind, yieldPages };
}
