import type { components } from '../api/schema';

type Address = components['schemas']['DeliveryAddressDto'];

/** The parts of an address as they are read one after the other, with the country as people say it. */
export function addressParts(
  { company, name, street, postalCode, city, country }: Address,
  language: string,
): unknown[] {
  return [company, name, street, `${postalCode} ${city}`, countryName(country, language)].filter(Boolean);
}

export function countryName(code: string, language: string): string | undefined {
  return new Intl.DisplayNames(language, { type: 'region' }).of(code);
}
