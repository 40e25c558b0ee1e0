import { type ContactListItemDto, type CustomerDto } from '../../contacts';

/** Ein laufendes Ticket, kurz. */
export class OpenTicketDto {
  id: string;
  /** @example T-2026-000123 */
  number: string;
  subject: string;
  status: 'NEW' | 'IN_PROGRESS' | 'WAITING_FOR_CUSTOMER' | 'RESOLVED' | 'CLOSED';
  updatedAt: Date;
}

/** Eine offene Bestellung oder Angebotsanfrage, kurz. */
export class OpenOrderDto {
  id: string;
  /** @example B-2026-000123 */
  number: string;
  kind: 'ORDER' | 'QUOTE_REQUEST';
  shop: 'ONLINE_SHOP' | 'PRINTER_SHOP';
  status:
    | 'RECEIVED'
    | 'ACCEPTED'
    | 'REJECTED'
    | 'OFFER_MADE'
    | 'OFFER_WITHDRAWN'
    | 'OFFER_ACCEPTED'
    | 'OFFER_DECLINED'
    | 'CANCELLED';
  createdAt: Date;
}

/** Ein Gerät, kurz. */
export class OverviewDeviceDto {
  id: string;
  /** @example Drucker Empfang */
  name: string;
  type: string | null;
  /** Hersteller und Modell eines Druckers. @example Brother HL-L2350DW */
  printerModel: string | null;
  serialNumber: string | null;
  location: string | null;
  status: 'IN_USE' | 'IN_STOCK' | 'RETIRED';
}

/** Wo es mehr gibt, als die Übersicht zeigt; alles steht in der Liste des Kunden. */
export class OverviewMoreDto {
  contacts: boolean;
  openTickets: boolean;
  openOrders: boolean;
  devices: boolean;
}

/** Alles Wichtige über einen Kunden auf einen Blick. */
export class CustomerOverviewDto {
  customer: CustomerDto;
  /** Die ersten 100 nach Namen. */
  contacts: ContactListItemDto[];
  /** Die 25 mit der letzten Aktivität. */
  openTickets: OpenTicketDto[];
  /** Die 25 neuesten, über die noch nicht entschieden ist oder deren Angebot noch nicht beantwortet ist. */
  openOrders: OpenOrderDto[];
  /** Die ersten 25 nach Namen, ohne ausgemusterte. */
  devices: OverviewDeviceDto[];
  more: OverviewMoreDto;
}

/** Was im Archiv liegt, oder dorthin käme. */
export class CustomerArchivalDto {
  /** Null: Der Kunde ist nicht im Archiv. */
  archivedAt: Date | null;
  /** Ansprechpartner mit Zugang, auch mit offener Einladung; im Archiv ruht er. @example 4 */
  contactsWithAccess: number;
  /** Laufende Tickets. @example 2 */
  openTickets: number;
  /** Bestellungen und Angebotsanfragen, die noch nicht erledigt sind. @example 1 */
  openOrders: number;
}
