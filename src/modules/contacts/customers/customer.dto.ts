import { Matches } from 'class-validator';
import { ListQuery } from '../../../platform/http/paging/list-query.dto';
import {
  EmailAddress,
  Nullable,
  OneOf,
  Optional,
  Text,
  WebAddress,
} from '../../../platform/http/validation/fields';
import type { Customer } from './customer.entity';

const STATES = ['CURRENT', 'ARCHIVED', 'ALL'] as const;
const SORTS = ['name', 'number', '-createdAt'] as const;
export type CustomerSort = (typeof SORTS)[number];

export class ListCustomersQuery extends ListQuery {
  /** Name, Kundennummer, Ort oder Postleitzahl, auch nur der Anfang; Tippfehler und Umlaute stören nicht. */
  @Optional()
  @Text({ max: 100 })
  search?: string;

  /** Ohne Angabe nur, wer Kunde ist, ohne Archiv. */
  @Optional()
  @OneOf(STATES)
  state?: (typeof STATES)[number];

  /** Reihenfolge; ohne Angabe nach Namen, bei einer Suche die besten Treffer zuerst. */
  @Optional()
  @OneOf(SORTS)
  sort?: CustomerSort;
}

abstract class CustomerFields {
  @Nullable()
  @Text({ max: 200, example: 'Hauptstraße 12' })
  street?: string | null;

  @Nullable()
  @Text({ max: 20, example: '50667' })
  postalCode?: string | null;

  @Nullable()
  @Text({ max: 100, example: 'Köln' })
  city?: string | null;

  /** Land, zwei Großbuchstaben; ohne Angabe DE. */
  @Optional()
  @Text({ min: 2, max: 2, example: 'DE' })
  @Matches(/^[A-Z]{2}$/)
  country?: string;

  @Nullable()
  @Text({ max: 50, example: '+49 221 123456' })
  phone?: string | null;

  /** Allgemeine Adresse der Firma; Zugänge gehören zu den Ansprechpartnern. */
  @Nullable()
  @EmailAddress({ example: 'info@mueller-soehne.example' })
  email?: string | null;

  @Nullable()
  @WebAddress({ example: 'https://mueller-soehne.example' })
  website?: string | null;

  /** Nur für Mitarbeiter. */
  @Nullable()
  @Text({ max: 5000, lines: true, example: 'Wartungsvertrag bis 2027' })
  notes?: string | null;
}

export class CreateCustomerDto extends CustomerFields {
  @Text({ max: 200, example: 'Gärtnerei Blüm' })
  name: string;

  /** Ohne Angabe vergibt das Programm die nächste. */
  @Optional()
  @Text({ max: 30, example: 'KD-4711' })
  number?: string;
}

/** Was sich ändern soll; was fehlt, bleibt. */
export class UpdateCustomerDto extends CustomerFields {
  @Optional()
  @Text({ max: 200, example: 'Müller & Söhne GmbH' })
  name?: string;

  @Optional()
  @Text({ max: 30, example: 'K-10001' })
  number?: string;
}

/** Ein Kunde, wie ihn die Liste zeigt. */
export class CustomerListItemDto {
  id: string;
  /** @example K-10001 */
  number: string;
  /** @example Müller & Söhne GmbH */
  name: string;
  street: string | null;
  postalCode: string | null;
  city: string | null;
  country: string;
  phone: string | null;
  email: string | null;
  /** Seit wann der Kunde im Archiv ist. */
  archivedAt: Date | null;
  createdAt: Date;
}

export class CustomerListDto {
  items: CustomerListItemDto[];
  nextCursor?: string;
  totalCount?: number;
}

/** Ein Kunde. */
export class CustomerDto extends CustomerListItemDto {
  /** Stand; als ETag in If-Match zu senden. */
  version: number;
  website: string | null;
  notes: string | null;
}

export function presentCustomer(customer: Customer): CustomerDto {
  return {
    id: customer.id,
    version: customer.version,
    number: customer.number,
    name: customer.name,
    street: customer.street,
    postalCode: customer.postalCode,
    city: customer.city,
    country: customer.country,
    phone: customer.phone,
    email: customer.email,
    website: customer.website,
    notes: customer.notes,
    archivedAt: customer.archivedAt,
    createdAt: customer.createdAt,
  };
}
