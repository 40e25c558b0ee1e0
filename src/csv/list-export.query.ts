import { OneOf, Optional } from '../platform/http/validation/fields';

export class ListExportQuery {
  /** Der Überschriften und Werte; ohne Angabe nach Accept-Language. */
  @Optional()
  @OneOf(['de', 'en'])
  language?: 'de' | 'en';
}
