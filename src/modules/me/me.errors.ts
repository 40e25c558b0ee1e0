import { defineError } from '../../platform/errors';

export const noTicketMails = defineError('rule', 'me.no-ticket-mails', {
  de: 'Mails zu Tickets können nur Ansprechpartner abbestellen.',
  en: 'Only contacts can choose whether they get mails about tickets.',
});

export const noWorkMails = defineError('rule', 'me.no-work-mails', {
  de: 'Mails zur Arbeit gibt es nur für Mitarbeiter.',
  en: 'Only staff get mails about work.',
});

export const noCompanyMails = defineError('rule', 'me.no-company-mails', {
  de: 'Mails zu Tickets und Bestellungen von Kollegen gibt es nur für Hauptbenutzer.',
  en: 'Only main users get mails about tickets and orders of colleagues.',
});
