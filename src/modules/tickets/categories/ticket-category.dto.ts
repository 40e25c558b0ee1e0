import { Optional, Text, WholeNumber, YesNo } from '../../../platform/http/validation/fields';
import type { TicketCategory } from './ticket-category.entity';

const MAX_NAME = 60;
const MAX_POSITION = 9_999;

export class CreateTicketCategoryDto {
  /** Nur einmal; Groß- und Kleinschreibung zählen nicht. */
  @Text({ max: MAX_NAME, example: 'Rechnungsfrage' })
  nameDe: string;

  /** Nur einmal; Groß- und Kleinschreibung zählen nicht. */
  @Text({ max: MAX_NAME, example: 'Question about an invoice' })
  nameEn: string;

  /** Die kleinste steht oben; ohne Angabe hinter allen, die es schon gibt. */
  @Optional()
  @WholeNumber(0, MAX_POSITION, { example: 10 })
  position?: number;

  /** Kunden können sie wählen und sehen sie an ihren Tickets; ohne Angabe ja. */
  @Optional()
  @YesNo()
  shownToCustomers?: boolean;
}

/** Was sich ändern soll; was fehlt, bleibt. */
export class UpdateTicketCategoryDto {
  @Optional()
  @Text({ max: MAX_NAME, example: 'Rechnung' })
  nameDe?: string;

  @Optional()
  @Text({ max: MAX_NAME, example: 'Invoice' })
  nameEn?: string;

  @Optional()
  @WholeNumber(0, MAX_POSITION, { example: 20 })
  position?: number;

  /** Inaktive wählt niemand mehr; Tickets, die sie haben, behalten sie. */
  @Optional()
  @YesNo()
  active?: boolean;

  @Optional()
  @YesNo()
  shownToCustomers?: boolean;
}

/** Eine Kategorie, wie Mitarbeiter sie pflegen. */
export class TicketCategoryDto {
  id: string;
  /** Stand; als ETag in If-Match zu senden. */
  version: number;
  /** @example Drucken und Scannen */
  nameDe: string;
  /** @example Printing and scanning */
  nameEn: string;
  /** Die kleinste steht oben. @example 10 */
  position: number;
  active: boolean;
  shownToCustomers: boolean;
}

export class TicketCategoryListDto {
  items: TicketCategoryDto[];
}

/** Eine Kategorie mit ihrem Namen in der Sprache der Anfrage. */
export class NamedTicketCategoryDto {
  id: string;
  /** @example Drucken und Scannen */
  name: string;
}

export class PortalTicketCategoryListDto {
  items: NamedTicketCategoryDto[];
}

export function presentCategory(category: TicketCategory): TicketCategoryDto {
  return {
    id: category.id,
    version: category.version,
    nameDe: category.nameDe,
    nameEn: category.nameEn,
    position: category.position,
    active: category.active,
    shownToCustomers: category.shownToCustomers,
  };
}
