import { applyDecorators, type Type, UseInterceptors } from '@nestjs/common';
import { AcceptsFile } from '../files/accepts-file';
import { UPLOAD_ERRORS } from '../files/files.errors';
import type { ErrorFactory } from '../platform/errors';
import { Requires } from '../platform/http/requires';
import { isNeeded } from './columns';
import { IMPORT_ERRORS } from './csv.errors';
import { SendsCsv } from './csv-export';
import { AuditedExport, ExportAudit } from './export-audit';
import { ImportForm } from './import-form.dto';
import type { ImportSheet } from './import-sheet';

/** What the document says of an import. */
interface ImportRoute {
  /** operationId. */
  readonly id: string;
  /** One line, German. */
  readonly summary: string;
  /** What is special about it, German. */
  readonly about?: string;
  readonly sheet: ImportSheet;
  /** The fields beside the file. */
  readonly form?: Type<ImportForm>;
  /** Besides those of every import. */
  readonly errors?: readonly ErrorFactory[];
}

/** Opens an import to staff; its columns are its documentation. Answers with an `ImportReportDto`. */
export function ImportsCsv(route: ImportRoute): MethodDecorator {
  const { id, summary, about, sheet, form = ImportForm, errors: own = [] } = route;
  const errors = [...UPLOAD_ERRORS, ...IMPORT_ERRORS, ...own];
  return applyDecorators(
    AcceptsFile(form),
    Requires('STAFF', { id, summary, description: describe(sheet, about), status: 200, errors }),
  );
}

/** Opens the template of an import to staff. Answers with an `ImportTemplateDto`. */
export function DescribesTemplate(route: { readonly id: string; readonly summary: string }): MethodDecorator {
  const description =
    'Die Datei zum Ausfüllen mit den Namen aller Spalten, und zu jeder Spalte, was darin stehen kann, in der Sprache der Anfrage.';
  return Requires('STAFF', { ...route, description });
}

/** Opens an export to staff; the audit log tells of each. */
export function ExportsCsv(route: { readonly id: string; readonly summary: string }): MethodDecorator {
  const description =
    'UTF-8 mit BOM und `;`, wie Excel es erwartet. Zellen, die eine Tabelle für Formeln oder Zahlen halten könnte, tragen ein Hochkomma; der Import nimmt es wieder weg.';
  return applyDecorators(
    SendsCsv(),
    Requires('STAFF', { ...route, description }),
    AuditedExport(route.id),
    UseInterceptors(ExportAudit),
  );
}

const RULES = `Angenommen wird CSV, wie deutsche Programme es schreiben: Trennzeichen \`;\` (auch \`,\`, \`|\` oder Tabulator), UTF-8 mit
oder ohne BOM; Dateien in Windows-1252, CP850 und Mac Roman werden an ihren Umlauten erkannt. Ist eine Datei nicht eindeutig zu lesen,
wird nichts übernommen, und die Antwort nennt die Stelle. Eine Zeile \`sep=;\` darf davor stehen. Die erste Zeile nennt die Spalten, auf Deutsch oder Englisch, in beliebiger Reihenfolge. Eine Spalte, die
fehlt, bleibt bei vorhandenen Einträgen, wie sie ist; eine leere Zelle leert das Feld, und was am
Ende einer Zeile fehlt, ist leer. Eine Spalte hat ein Dezimalzeichen; was zwei Beträge bedeuten kann, wird abgelehnt. Wiederholen schadet nicht: Derselbe Schlüssel
ändert den vorhandenen Eintrag. Ein Export lässt sich unverändert wieder importieren.

Mit \`dryRun\` sehen Sie vorher, was geschähe. Jeder Fehler wird mit Zeile und Spalte genannt; bei \`import.rejected\` stehen sie in
\`errors\`, und die Zahlen des Berichts stehen daneben.`;

function describe({ columns, key, example }: ImportSheet, about?: string): string {
  const rows = Object.entries(columns).map(([field, column]) => {
    const [name, ...others] = column.names;
    const mark = key.includes(field) ? ' (Schlüssel)' : isNeeded(column) ? ' (Pflicht bei neuen)' : '';
    return `| ${name}${mark} | ${column.type.description.de} | ${others.join(', ')} |`;
  });
  const table = ['| Spalte | Inhalt | auch |', '| --- | --- | --- |', ...rows].join('\n');
  const file = `Beispiel:\n\n\`\`\`\n${example.trim()}\n\`\`\``;
  return [...(about ? [about] : []), RULES, table, file].join('\n\n');
}
