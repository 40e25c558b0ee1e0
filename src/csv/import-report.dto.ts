/** Eine Zelle, die nicht übernommen werden kann. */
export class ImportErrorDto {
  /** Zeile der Datei, in der der Datensatz beginnt; die Spaltennamen stehen meist in Zeile 1. @example 17 */
  line: number;
  /** Nummer der Spalte, ab 1. @example 4 */
  column: number;
  /** Wie die Datei diese Spalte nennt; leer, wenn sie keine solche hat. @example Nettopreis */
  columnName: string;
  /** Was in der Zelle steht, höchstens 200 Zeichen davon. @example 12,3,4 */
  cell: string;
  /** Für Programme. @example money */
  code: string;
  /** @example Bitte geben Sie einen Betrag an, zum Beispiel 1.234,56. */
  detail: string;
}

/** Was ein Import getan hat oder, beim Probelauf, täte. */
export class ImportReportDto {
  /** Probelauf: Nichts wurde geschrieben. */
  dryRun: boolean;
  /** Ob geschrieben wurde. */
  applied: boolean;
  /** Datensätze der Datei, ohne Spaltennamen und leere Zeilen. @example 3 */
  rows: number;
  /** @example 1 */
  created: number;
  /** @example 1 */
  updated: number;
  /** Was schon genau so gespeichert war. @example 1 */
  unchanged: number;
  /** Datensätze mit Fehlern. @example 0 */
  failed: number;
  /** Alle fehlerhaften Zellen. @example 0 */
  errorCount: number;
  /** Die ersten 300 davon. */
  errors: ImportErrorDto[];
}
