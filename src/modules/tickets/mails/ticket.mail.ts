import { button, defineMail, facts, quote, text } from '../../../mail/mail-template';
import type { TicketStatus } from '../ticket-status';

interface AboutTicket {
  /** Of whom the mail goes to. */
  readonly name: string;
  readonly number: string;
  readonly subject: string;
  readonly link: string;
}

export const ticketReceivedMail = defineMail<
  AboutTicket & {
    readonly description: string;
    /** Empty where nobody did it for another. */
    readonly recordedBy: string;
  }
>('ticket-received', {
  de: {
    subject: '[{number}] {subject}',
    blocks: [
      text('Guten Tag {name},'),
      text('wir haben Ihre Anfrage unter der Nummer {number} aufgenommen und kümmern uns darum.'),
      facts([
        ['Erfasst von', '{recordedBy}'],
        ['Betreff', '{subject}'],
      ]),
      quote('{description}'),
      button('Ticket ansehen', '{link}'),
    ],
  },
  en: {
    subject: '[{number}] {subject}',
    blocks: [
      text('Hello {name},'),
      text('We have recorded your request under the number {number} and will take care of it.'),
      facts([
        ['Recorded by', '{recordedBy}'],
        ['Subject', '{subject}'],
      ]),
      quote('{description}'),
      button('View ticket', '{link}'),
    ],
  },
});

export const ticketReplyMail = defineMail<
  AboutTicket & {
    readonly author: string;
    readonly comment: string;
    /** Empty where nothing was chosen with it. */
    readonly status: string;
  }
>(
  'ticket-reply',
  {
    de: {
      subject: '[{number}] {subject}',
      blocks: [
        text('Guten Tag {name},'),
        text('{author} hat zum Ticket {number} geschrieben:'),
        quote('{comment}'),
        facts([['Neuer Status', '{status}']]),
        button('Im Portal antworten', '{link}'),
      ],
    },
    en: {
      subject: '[{number}] {subject}',
      blocks: [
        text('Hello {name},'),
        text('{author} has written about ticket {number}:'),
        quote('{comment}'),
        facts([['New status', '{status}']]),
        button('Reply in the portal', '{link}'),
      ],
    },
  },
  { isAnswer: true },
);

export const ticketStatusMail = defineMail<AboutTicket & { readonly status: string }>('ticket-status', {
  de: {
    subject: '[{number}] {subject}',
    blocks: [
      text('Guten Tag {name},'),
      text('der Status des Tickets {number} hat sich geändert.'),
      facts([
        ['Betreff', '{subject}'],
        ['Neuer Status', '{status}'],
      ]),
      button('Ticket ansehen', '{link}'),
    ],
  },
  en: {
    subject: '[{number}] {subject}',
    blocks: [
      text('Hello {name},'),
      text('The status of ticket {number} has changed.'),
      facts([
        ['Subject', '{subject}'],
        ['New status', '{status}'],
      ]),
      button('View ticket', '{link}'),
    ],
  },
});

export const ticketMergedMail = defineMail<AboutTicket & { readonly into: string }>('ticket-merged', {
  de: {
    subject: '[{number}] {subject}',
    blocks: [
      text('Guten Tag {name},'),
      text(
        'das Ticket {number} wurde mit dem Ticket {into} zusammengeführt und ist geschlossen. Bitte lesen und antworten Sie ab jetzt dort.',
      ),
      facts([['Betreff', '{subject}']]),
      button('Ticket {into} ansehen', '{link}'),
    ],
  },
  en: {
    subject: '[{number}] {subject}',
    blocks: [
      text('Hello {name},'),
      text(
        'Ticket {number} has been merged into ticket {into} and is closed. Please read and answer there from now on.',
      ),
      facts([['Subject', '{subject}']]),
      button('View ticket {into}', '{link}'),
    ],
  },
});

/** What people read instead of the codes; it may be somebody else who is waited for. */
const STATUS_NAMES = {
  de: {
    NEW: 'Neu',
    IN_PROGRESS: 'In Bearbeitung',
    WAITING_FOR_CUSTOMER: 'Wartet auf Antwort',
    RESOLVED: 'Gelöst',
    CLOSED: 'Geschlossen',
  },
  en: {
    NEW: 'New',
    IN_PROGRESS: 'In progress',
    WAITING_FOR_CUSTOMER: 'Waiting for an answer',
    RESOLVED: 'Resolved',
    CLOSED: 'Closed',
  },
} as const;

const WAITING_FOR_YOU = { de: 'Wartet auf Ihre Antwort', en: 'Waiting for your answer' };

/** @param isOwn whether it is the ticket of whoever reads this */
export function statusName(status: TicketStatus, language: 'de' | 'en', isOwn: boolean): string {
  return isOwn && status === 'WAITING_FOR_CUSTOMER'
    ? WAITING_FOR_YOU[language]
    : STATUS_NAMES[language][status];
}
