/** Warum eine Mail nicht versendet ist. */
export class MailProblemDto {
  /**
   * Empfänger, Absender oder Mail abgelehnt; Adresse ungültig; Anmeldung am Mailserver abgelehnt; keine verschlüsselte
   * Verbindung; Mailserver nicht gefunden oder nicht erreichbar; etwas anderes.
   */
  code:
    | 'RECIPIENT_REFUSED'
    | 'SENDER_REFUSED'
    | 'MESSAGE_REFUSED'
    | 'ADDRESS_INVALID'
    | 'LOGIN_REFUSED'
    | 'NO_ENCRYPTION'
    | 'SERVER_NOT_FOUND'
    | 'SERVER_NOT_REACHED'
    | 'OTHER';
  /** Was der Mailserver geantwortet hat. @example 550 5.1.1 */
  reply: string | null;
}
