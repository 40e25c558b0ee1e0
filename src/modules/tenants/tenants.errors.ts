import { defineError } from '../../platform/errors';

export const slugTaken = defineError('conflict', 'tenant.slug-taken', {
  de: 'Diese Kurzbezeichnung ist schon vergeben.',
  en: 'This slug is taken already.',
});
export const accentTooLight = defineError('rule', 'settings.accent-too-light', {
  de: 'Diese Farbe ist zu hell: Weiße Schrift ist darauf nicht gut zu lesen. Das Kontrastverhältnis zu Weiß muss mindestens 4,5 zu 1 sein.',
  en: 'This colour is too light: white text is hard to read on it. Its contrast ratio to white must be at least 4.5 to 1.',
});
export const logoTypeUnknown = defineError('unsupportedType', 'settings.logo-type', {
  de: 'Ein Logo ist eine PNG-, JPEG- oder WebP-Datei.',
  en: 'A logo is a PNG, JPEG or WebP file.',
});
export const logoTooLarge = defineError('tooLarge', 'settings.logo-too-large', {
  de: 'Ein Logo darf höchstens 256 KiB und 2000 Pixel je Seite groß sein.',
  en: 'A logo may have 256 KiB and 2000 pixels a side at most.',
});
export const slugInvalid = defineError('rule', 'tenant.slug-invalid', {
  de: 'Die Kurzbezeichnung besteht aus 2 bis 63 Kleinbuchstaben, Ziffern und Bindestrichen.',
  en: 'A slug consists of 2 to 63 lower case letters, digits and hyphens.',
});
