import { OneOf, Optional, YesNo } from '../../platform/http/validation/fields';
import { FIRST_STEPS, type FirstStep } from './first-steps';

/** Was sich ändern soll; was fehlt, bleibt. */
export class UpdateFirstStepsDto {
  /** Die Liste wird nicht mehr gezeigt, oder doch wieder. */
  @Optional()
  @YesNo()
  dismissed?: boolean;

  /** Dieser Schritt wird übersprungen. */
  @Optional()
  @OneOf(FIRST_STEPS)
  skip?: FirstStep;

  /** Dieser Schritt wird nicht mehr übersprungen. */
  @Optional()
  @OneOf(FIRST_STEPS)
  takeUp?: FirstStep;
}

/** Ein Schritt, und ob er getan ist. */
export class FirstStepDto {
  /** Aussehen, Absender mit Testmail, Kunden, Ansprechpartner, Artikel, Geräte, erster eingeladener Ansprechpartner. */
  step: 'BRAND' | 'SENDER' | 'CUSTOMERS' | 'CONTACTS' | 'ARTICLES' | 'DEVICES' | 'INVITATION';
  state: 'OPEN' | 'DONE' | 'SKIPPED';
}

/** Was ein neuer Mandant zuerst tut. */
export class FirstStepsDto {
  dismissed: boolean;
  /** In der Reihenfolge, in der sie sinnvoll sind. */
  steps: FirstStepDto[];
}
