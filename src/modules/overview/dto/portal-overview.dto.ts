import type { UploadLimitsDto } from '../../tickets';

/** Ein Angebot, das auf Antwort wartet. */
export class OfferToAnswerDto {
  orderId: string;
  /** @example A-2026-000042 */
  number: string;
  /** Letzter Tag. @example 2026-12-31 */
  validUntil: string;
}

export class CartCountDto {
  /** @example 2 */
  lines: number;
  /** Menge aller Zeilen zusammen. @example 7 */
  quantity: number;
}

export class CartCountsDto {
  /** Null: der Shop ist geschlossen. */
  onlineShop: CartCountDto | null;
  /** Null: der Shop ist geschlossen. */
  printerShop: CartCountDto | null;
}

/** Die Startseite eines Ansprechpartners. */
export class PortalOverviewDto {
  /** Laufende Tickets, die auf eine Antwort dieser Person warten. */
  waitingForMe: number;
  /** Laufende Tickets, die sie sieht. */
  running: number;
  /** Eigene Tickets mit Neuem. */
  unread: number;
  /** Das zuerst ablaufende zuerst, höchstens 25. */
  offersToAnswer: OfferToAnswerDto[];
  carts: CartCountsDto;
  /** Bestellungen und Angebotsanfragen, die noch nicht erledigt sind. */
  openOrders: number;
  uploads: UploadLimitsDto;
}
