import type { Language } from '../../../platform/context/context';
import { choice, yesNo } from '../../../csv/cells/choices';
import { emailAddress, text } from '../../../csv/cells/texts';
import { optional, preset, required } from '../../../csv/columns';
import type { ImportSheet } from '../../../csv/import-sheet';

const LANGUAGES: Readonly<Record<Language, string>> = { de: 'Deutsch', en: 'Englisch' };

/** The columns of imports and exports; the limits are those of the JSON bodies. */
export const CONTACT_COLUMNS = {
  customer: required(text({ max: 30 }), 'Kundennummer', 'customerNumber', 'Kunden-Nr.', 'Kd-Nr.'),
  first_name: optional(text({ max: 100 }), 'Vorname', 'firstName'),
  last_name: required(text({ max: 100 }), 'Nachname', 'lastName', 'Name'),
  email: optional(emailAddress(), 'E-Mail', 'email', 'E-Mail-Adresse', 'Mail'),
  phone: optional(text({ max: 50 }), 'Telefon', 'phone'),
  mobile: optional(text({ max: 50 }), 'Mobil', 'mobile', 'Handy'),
  position: optional(text({ max: 100 }), 'Position', 'Abteilung', 'Funktion'),
  language: optional(choice(LANGUAGES), 'Sprache', 'language'),
  ticket_mails: preset(true, yesNo(), 'Ticket-Mails', 'ticketMails'),
  notes: optional(text({ max: 5000, lines: true }), 'Notizen', 'Bemerkung', 'notes'),
};

/** Of one customer, whom a file needs not name. */
export const COLUMNS_OF_CUSTOMER = {
  ...CONTACT_COLUMNS,
  customer: optional(text({ max: 30 }), ...CONTACT_COLUMNS.customer.names),
};

/** The address tells contacts apart, and where there is none the name at the customer. */
export const CONTACT_KEY = ['customer', 'last_name', 'email'];

export const CONTACT_SHEET: ImportSheet = {
  fileName: 'ansprechpartner-vorlage.csv',
  columns: CONTACT_COLUMNS,
  key: CONTACT_KEY,
  example: `
Kundennummer;Vorname;Nachname;E-Mail;Telefon;Mobil;Position;Sprache
K-10001;Jana;Blüm;jana.bluem@gaertnerei-bluem.example;+49 221 445567;+49 151 7654321;Einkauf;Deutsch
K-10001;Emil;Weiß;;+49 221 445568;;Lager;`,
};

const { customer: _, ...OWN_COLUMNS } = CONTACT_COLUMNS;
export const SHEET_OF_CUSTOMER: ImportSheet = {
  ...CONTACT_SHEET,
  columns: OWN_COLUMNS,
  key: CONTACT_KEY.filter((field) => field in OWN_COLUMNS),
};
