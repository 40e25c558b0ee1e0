import { parse } from 'csv-parse/sync';
import { currentLanguage } from '../platform/context/context';
import { textOf } from '../platform/errors';
import { type Columns, isNeeded } from './columns';
import { csvOf } from './csv-export';
import type { ImportTemplateDto } from './import-template.dto';

/** What a file that is imported looks like. */
export interface ImportSheet {
  /** Of the template. */
  readonly fileName: string;
  readonly columns: Columns;
  /** The fields that tell rows apart. */
  readonly key: readonly string[];
  /** A file to copy. */
  readonly example: string;
}

/** The file to fill in, and what its columns are for. */
export function templateOf({ fileName, columns, key, example }: ImportSheet): ImportTemplateDto {
  const [first = {}] = parse<Record<string, string>>(example.trim(), { delimiter: ';', columns: true });
  return {
    fileName,
    csv: csvOf(columns),
    columns: Object.entries(columns).map(([field, column]) => {
      const [name, ...otherNames] = column.names;
      return {
        name,
        otherNames,
        content: textOf(column.type.description, currentLanguage()).replaceAll('`', ''),
        example: first[name] || null,
        needed: isNeeded(column),
        key: key.includes(field),
      };
    }),
  };
}
