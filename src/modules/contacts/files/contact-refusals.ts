import { BadCell } from '../../../csv/cells/cell-type';

/** Why an import refuses a contact, for the user who imports the file. */

export const CUSTOMER_UNKNOWN = new BadCell('customer-unknown', {
  de: 'Einen Kunden mit dieser Kundennummer gibt es nicht.',
  en: 'There is no customer with this number.',
});

export const CUSTOMER_ARCHIVED = new BadCell('customer-archived', {
  de: 'Dieser Kunde ist archiviert. Holen Sie ihn zuerst aus dem Archiv zurück.',
  en: 'This customer is archived. Bring it back from the archive first.',
});

export const SEVERAL = new BadCell('contact-ambiguous', {
  de: 'So heißen mehrere Ansprechpartner dieses Kunden. Geben Sie die E-Mail-Adresse an, oder ändern Sie sie einzeln.',
  en: 'Several contacts of this customer have this name. Give the e-mail address, or change them one by one.',
});

export const HAS_ACCESS = new BadCell('email-of-access', {
  de: 'Dieser Ansprechpartner hat oder hatte einen Kundenportal-Zugang. Seine E-Mail-Adresse ändern Sie auf der Seite des Kunden.',
  en: 'This contact has or had access to the portal. Change the e-mail address on the page of the customer.',
});

export function notOfCustomer(number: string): BadCell {
  return new BadCell(
    'not-of-customer',
    {
      de: 'Die Datei wird für den Kunden {number} eingelesen; diese Zeile nennt einen anderen.',
      en: 'The file is imported for the customer {number}; this row names another one.',
    },
    { number },
  );
}

export function ofOtherCustomer(name: string, number: string): BadCell {
  return new BadCell(
    'other-customer',
    {
      de: 'Diese Adresse hat schon {name}, Ansprechpartner des Kunden {number}.',
      en: '{name}, a contact of customer {number}, has this address already.',
    },
    { name, number },
  );
}

export function hasOtherAddress(name: string, email: string): BadCell {
  return new BadCell(
    'email-differs',
    {
      de: '{name} gibt es bei diesem Kunden schon mit der Adresse {email}. Eine andere Adresse, oder jemanden, der auch so heißt, tragen Sie auf der Seite des Kunden ein.',
      en: 'There is {name} at this customer already, with the address {email}. Enter another address, or somebody else of that name, on the page of the customer.',
    },
    { name, email },
  );
}
