import { createArticleDto as limits } from '../../api/staff-constraints';
import { useSpeech, useTexts } from '../../i18n';
import type { RecordField } from '../customers/record-fields';
import { centsOf, typedPrice } from '../inbox/cents';
import { Refused } from '../refused';
import type { ArticleChanges, ArticleDetail } from './queries';

export type ArticleField =
  | 'name'
  | 'number'
  | 'manufacturer'
  | 'manufacturerNumber'
  | 'ean'
  | 'unit'
  | 'netPriceCents'
  | 'vatRatePercent'
  | 'category'
  | 'onlineShop'
  | 'active'
  | 'description';

type Entered = Partial<Record<ArticleField, string | null>>;

/**
 * The fields of an article, in the order in which somebody fills them in.
 * @param categories the list of those that there are
 */
export function useArticleFields(categories: string): readonly RecordField<ArticleField>[] {
  const { fields: label, hints, yes, no } = useTexts().catalog.articles;
  const text = (
    name: Exclude<ArticleField, 'netPriceCents' | 'vatRatePercent' | 'onlineShop' | 'active'>,
    more?: Partial<RecordField<ArticleField>>,
  ) => ({ name, label: label[name], maxLength: limits[name].maxLength, ...more });
  const choice = (name: 'onlineShop' | 'active') => ({
    name,
    label: label[name],
    options: [
      ['true', yes],
      ['false', no],
    ] as const,
  });
  return [
    text('name', { required: true }),
    text('number', { required: true }),
    text('manufacturer'),
    text('manufacturerNumber'),
    text('ean'),
    text('category', { hint: hints.category, list: categories }),
    text('unit', { required: true }),
    { name: 'netPriceCents', label: label.netPriceCents, hint: hints.netPriceCents },
    { name: 'vatRatePercent', label: label.vatRatePercent, required: true },
    choice('onlineShop'),
    choice('active'),
    text('description', { type: 'lines' }),
  ];
}

/** An article as its form shows it: everything is text. */
export function useEnteredArticle(): (
  article: ArticleDetail,
) => Record<ArticleField, string | null> & { readonly version: number } {
  const { format, language } = useSpeech();
  return ({ netPriceCents, vatRatePercent, onlineShop, active, ...article }) => ({
    ...article,
    netPriceCents: netPriceCents === undefined ? null : typedPrice(netPriceCents, language),
    vatRatePercent: format.number(vatRatePercent),
    onlineShop: String(onlineShop),
    active: String(active),
  });
}

/** What was entered, as the API takes it. @throws Refused at the field that is no number */
export function useArticleChanges(): (entered: Entered) => ArticleChanges {
  const { texts: all, language } = useSpeech();
  const { inbox, catalog } = all;
  return ({ name, number, unit, netPriceCents, vatRatePercent, onlineShop, active, ...texts }) => {
    const cents = netPriceCents ? centsOf(netPriceCents, language) : (netPriceCents as null | undefined);
    if (netPriceCents && cents === undefined) throw new Refused(inbox.priceInvalid, 'netPriceCents');
    const rate = vatRatePercent ? Number(vatRatePercent.replace('%', '').replace(',', '.')) : undefined;
    if (Number.isNaN(rate)) throw new Refused(catalog.articles.rateInvalid, 'vatRatePercent');
    return {
      ...texts,
      // These are never empty: the form requires them.
      name: name ?? undefined,
      number: number ?? undefined,
      unit: unit ?? undefined,
      netPriceCents: cents,
      vatRatePercent: rate,
      onlineShop: onlineShop ? onlineShop === 'true' : undefined,
      active: active ? active === 'true' : undefined,
    };
  };
}
