/** Was vom Löschen eines Ansprechpartners zu wissen ist. */
export class ContactErasureDto {
  /** Stand des Ansprechpartners; als ETag in If-Match zu senden. */
  version: number;
  /** Null: Er ist nicht gelöscht. */
  erasedAt: Date | null;
  /** Seine laufenden Tickets; sie bleiben der Firma. @example 1 */
  openTickets: number;
  /** Seine Bestellungen und Angebotsanfragen; sie bleiben, mit seinem Namen. @example 5 */
  orders: number;
  /** Davon noch nicht erledigt. @example 1 */
  openOrders: number;
  /** Letzter Tag, an dem die Bestellungen seinen Namen nennen; null, wo es keine gibt. @example 2034-12-31 */
  nameKeptUntil: string | null;
}
