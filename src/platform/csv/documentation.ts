import { type Columns, isNeeded } from './columns';

const RULES = `Angenommen wird CSV, wie deutsche Programme es schreiben: Trennzeichen \`;\` (auch \`,\` oder Tabulator), UTF-8 oder
Windows-1252, mit oder ohne BOM. Die erste Zeile nennt die Spalten, auf Deutsch oder Englisch, in beliebiger Reihenfolge. Eine Spalte, die
fehlt, bleibt bei vorhandenen Einträgen, wie sie ist; eine leere Zelle leert das Feld. Wiederholen schadet nicht: Derselbe Schlüssel
ändert den vorhandenen Eintrag. Ein Export lässt sich unverändert wieder importieren.

Mit \`dryRun\` sehen Sie vorher, was geschähe. Fehler werden mit Zeile und Spalte genannt.`;

/** What staff read about an import: the rules, the columns, and a file to copy. */
export function importDescription(columns: Columns, key: readonly string[], example: string): string {
  const rows = Object.entries(columns).map(([field, column]) => {
    const [name, ...others] = column.names;
    const mark = key.includes(field) ? ' (Schlüssel)' : isNeeded(column) ? ' (Pflicht bei neuen)' : '';
    return `| ${name}${mark} | ${column.type.description} | ${others.join(', ')} |`;
  });
  const table = ['| Spalte | Inhalt | auch |', '| --- | --- | --- |', ...rows].join('\n');
  return `${RULES}\n\n${table}\n\nBeispiel:\n\n\`\`\`\n${example.trim()}\n\`\`\``;
}
