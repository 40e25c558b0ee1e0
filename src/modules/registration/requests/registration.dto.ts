import { Matches } from 'class-validator';
import {
  EmailAddress,
  Nullable,
  OneOf,
  Optional,
  Text,
  YesNo,
} from '../../../platform/http/validation/fields';

export class RegistrationRequestDto {
  /** Firma; Registrierungen sind nur für Geschäftskunden. */
  @Text({ max: 200, example: 'Müller & Söhne GmbH' })
  company: string;

  @Nullable()
  @Text({ max: 100, example: 'Petra' })
  firstName?: string | null;

  @Text({ max: 100, example: 'Müller' })
  lastName: string;

  /** Wird bei Annahme der Benutzername. */
  @EmailAddress({ example: 'petra.mueller@mueller-soehne.example' })
  // Quoted names are legal, and mail programs have disagreed about where in them the recipient ends.
  @Matches(/^[^\s"(),:;<>[\\\]]*$/)
  email: string;

  @Nullable()
  @Text({ max: 50, example: '+49 221 123457' })
  phone?: string | null;

  @Nullable()
  @Text({
    max: 2000,
    lines: true,
    example: 'Wir nutzen Ihren Wartungsvertrag und möchten Tickets online erfassen.',
  })
  message?: string | null;

  /** Sprache der Mails; ohne Angabe die des Mandanten. */
  @Nullable()
  @OneOf(['de', 'en'], { example: 'de' })
  language?: 'de' | 'en' | null;

  /** Datenschutzerklärung zur Kenntnis genommen; wird mit Zeitpunkt gespeichert. Ohne Angabe wird nichts vermerkt. */
  @Optional()
  @YesNo({ example: true })
  privacyAccepted?: boolean;
}

export class ConfirmRegistrationDto {
  /** Aus dem Link der Mail, hinter `#token=`. */
  @Text({ max: 500 })
  token: string;
}

/** Immer dieselbe Antwort, was auch immer über die Adresse bekannt ist. */
export class RegistrationAcceptedDto {
  message: string;
}
