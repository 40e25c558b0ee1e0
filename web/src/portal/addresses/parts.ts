import type { components } from '../../api/schema';

type Address = components['schemas']['DeliveryAddressDto'];

/** The parts of an address as they are read one after the other, with the country as people say it. */
export function addressParts(
  { company, name, street, postalCode, city, country }: Address,
  language: string,
): unknown[] {
  const named = new Intl.DisplayNames(language, { type: 'region' }).of(country);
  return [company, name, street, `${postalCode} ${city}`, named].filter(Boolean);
}
