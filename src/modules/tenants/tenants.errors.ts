import { defineError } from '../../platform/errors';

export const slugTaken = defineError('conflict', 'tenant.slug-taken', {
  de: 'Diese Kurzbezeichnung ist schon vergeben.',
  en: 'This slug is taken already.',
});
export const slugInvalid = defineError('rule', 'tenant.slug-invalid', {
  de: 'Die Kurzbezeichnung besteht aus 2 bis 63 Kleinbuchstaben, Ziffern und Bindestrichen.',
  en: 'A slug consists of 2 to 63 lower case letters, digits and hyphens.',
});
