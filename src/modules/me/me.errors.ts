import { defineError } from '../../platform/errors';

export const noTicketMails = defineError('rule', 'me.no-ticket-mails', {
  de: 'Mails zu Tickets können nur Ansprechpartner abbestellen.',
  en: 'Only contacts can choose whether they get mails about tickets.',
});
