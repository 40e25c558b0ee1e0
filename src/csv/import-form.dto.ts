import { FileForm } from '../files/file-form';
import { OneOf, Optional } from '../platform/http/validation/fields';
import { QueryFlag } from '../platform/http/validation/query-fields';

const IMPORT_MODES = ['ALL_OR_NOTHING', 'GOOD_ROWS_ONLY'] as const;
type ImportMode = (typeof IMPORT_MODES)[number];

export class ImportForm extends FileForm {
  /** Probelauf: prüft die ganze Datei und berichtet, schreibt aber nichts. */
  @QueryFlag({ default: false })
  dryRun?: boolean;

  /** ALL_OR_NOTHING: Ein Fehler, und nichts wird übernommen. GOOD_ROWS_ONLY: Nur fehlerhafte Zeilen werden ausgelassen. */
  @Optional()
  @OneOf(IMPORT_MODES, { default: 'ALL_OR_NOTHING' })
  mode?: ImportMode;
}

export type ImportOptions = Pick<ImportForm, 'dryRun' | 'mode'>;
