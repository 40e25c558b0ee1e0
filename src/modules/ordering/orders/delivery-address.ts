export interface DeliveryAddress {
  readonly company?: string;
  readonly name?: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  /** ISO 3166-1, two letters. */
  readonly country: string;
}

/** The same fields in the same order, and nothing besides: as it is stored, shown and compared. */
export function plainAddress({
  company,
  name,
  street,
  postalCode,
  city,
  country,
}: DeliveryAddress): DeliveryAddress {
  return { company, name, street, postalCode, city, country };
}
