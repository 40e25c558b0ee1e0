import { defineError } from '../../platform/errors';

export const articleNumberTaken = defineError('conflict', 'article.number-taken', {
  de: 'Diese Artikelnummer ist schon vergeben.',
  en: 'This article number is taken already.',
});
export const eanInvalid = defineError('rule', 'article.ean-invalid', {
  de: 'Diese EAN stimmt nicht: Sie hat 8, 12, 13 oder 14 Ziffern, und die letzte ist die Prüfziffer.',
  en: 'This EAN is wrong: it has 8, 12, 13 or 14 digits, and the last one is the check digit.',
});
export const imageTypeUnknown = defineError('unsupportedType', 'article.image-type', {
  de: 'Bilder sind PNG-, JPEG- oder WebP-Dateien.',
  en: 'Images are PNG, JPEG or WebP files.',
});
export const imageTooLarge = defineError('tooLarge', 'article.image-too-large', {
  de: 'Ein Bild darf höchstens 2 MiB groß sein.',
  en: 'An image may have 2 MiB at most.',
});
export const printerModelTaken = defineError('conflict', 'printer-model.taken', {
  de: 'Dieses Druckermodell gibt es schon.',
  en: 'This printer model exists already.',
});
export const accessoryUnknown = defineError('rule', 'accessory.article-unknown', {
  de: 'Diesen Artikel gibt es im Materialkatalog nicht.',
  en: 'There is no such article in the catalog.',
});
export const accessoryTwice = defineError('rule', 'accessory.twice', {
  de: 'Diesen Artikel nennen Sie schon weiter oben.',
  en: 'You have named this article above already.',
});
/** Where prices are hidden, not even an order may tell of them. */
export const pricesHidden = defineError('rule', 'catalog.prices-hidden', {
  de: 'Hier werden keine Preise angezeigt; danach sortieren oder filtern lässt sich nicht.',
  en: 'No prices are shown here; sorting or filtering by them is not possible.',
});
