/** Eine Spalte, die der Import kennt. */
export class ImportColumnDto {
  /** @example Artikelnummer */
  name: string;
  /** Wie sie auch heißen darf. */
  otherNames: string[];
  /** Was darin stehen kann. @example Text, höchstens 60 Zeichen */
  content: string;
  /** Eine Zelle zum Vergleich. @example CSV-1001 */
  example: string | null;
  /** Neue Einträge brauchen sie. */
  needed: boolean;
  /** Sagt, allein oder mit anderen, welcher Eintrag gemeint ist. */
  key: boolean;
}

/** Die Vorlage eines Imports. */
export class ImportTemplateDto {
  /** @example artikel-vorlage.csv */
  fileName: string;
  /** Die Datei zum Ausfüllen: die Namen aller Spalten, mit BOM und `;`, wie Excel es erwartet. */
  csv: string;
  columns: ImportColumnDto[];
}
