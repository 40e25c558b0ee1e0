import type { FieldError } from '../../../platform/errors';
import { pricesHidden } from '../catalog.errors';
import type { ShopArticlesQuery } from './shop-articles.query';

type PriceQuestions = Pick<ShopArticlesQuery, 'sort' | 'minNetPriceCents' | 'maxNetPriceCents'>;

/**
 * Where prices are hidden, nothing may be asked about them: an order or a filter tells a price as well as a number does.
 * @throws pricesHidden with a pointer to each parameter at fault
 */
export function assertAsksNoPrice(query: PriceQuestions): void {
  const asked = [
    ...(query.sort?.endsWith('netPriceCents') ? ['?sort'] : []),
    ...(query.minNetPriceCents === undefined ? [] : ['?minNetPriceCents']),
    ...(query.maxNetPriceCents === undefined ? [] : ['?maxNetPriceCents']),
  ];
  if (asked.length > 0) throw pricesHidden({ fields: asked.map(hiddenField) });
}

function hiddenField(pointer: string): FieldError {
  const { code, texts } = pricesHidden();
  return { pointer, code, texts };
}
