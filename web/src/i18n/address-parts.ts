/** Not the type of the API: what both apps share does not depend on `web/src/api`. */
interface Address {
  readonly company?: string;
  readonly name?: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
}

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
