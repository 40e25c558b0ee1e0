import { defineError } from '../../platform/errors';

export const assetTagTaken = defineError('conflict', 'device.asset-tag-taken', {
  de: 'Diese Inventarnummer trägt schon ein anderes Gerät.',
  en: 'Another device has this asset tag already.',
});
export const printerModelUnknown = defineError('rule', 'inventory.printer-model-unknown', {
  de: 'Dieses Druckermodell gibt es nicht.',
  en: 'There is no such printer model.',
});
