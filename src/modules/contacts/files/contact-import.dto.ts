import { ImportForm } from '../../../csv/import-form.dto';
import { Id, Optional } from '../../../platform/http/validation/fields';
import { QueryFlag } from '../../../platform/http/validation/query-fields';

export class ContactImportForm extends ImportForm {
  /** Der Kunde, zu dem alle Zeilen gehören; die Spalte „Kundennummer“ darf dann fehlen, und keine Zeile einen anderen nennen. */
  @Optional()
  @Id()
  customerId?: string;
}

export class ContactTemplateQuery {
  /** Ohne die Spalte „Kundennummer“, für einen Import mit `customerId`. */
  @QueryFlag({ default: false })
  ofCustomer?: boolean;
}
