import { button, defineMail, list, type MailBlock, note, text } from '../../mail/mail-template';

/** What is new, a line for each; where there is nothing of a kind, its title is empty, too. */
export interface WorkNews {
  /** Of whom the mail goes to. */
  readonly name: string;
  readonly summary: string;
  readonly inboxTitle: string;
  readonly inboxLines: string;
  readonly unassignedTitle: string;
  readonly unassignedLines: string;
  readonly mineTitle: string;
  readonly mineLines: string;
  readonly link: string;
  /** Where one chooses which of these mails to get. */
  readonly choiceLink: string;
}

const NEWS: readonly MailBlock[] = [
  text('{inboxTitle}'),
  list('{inboxLines}'),
  text('{mineTitle}'),
  list('{mineLines}'),
  text('{unassignedTitle}'),
  list('{unassignedLines}'),
];
const ending = {
  de: [
    button('Arbeitsplatz öffnen', '{link}'),
    note('Welche dieser Mails Sie erhalten, wählen Sie unter „Meine Mails“.', '{choiceLink}'),
  ],
  en: [
    button('Open the workplace', '{link}'),
    note('You choose which of these mails you get under "My mails".', '{choiceLink}'),
  ],
};

/** What has just happened. */
export const workNewsMail = defineMail<WorkNews>('work-news', {
  de: {
    subject: 'Neu: {summary}',
    blocks: [text('Guten Tag {name},'), text('das ist neu:'), ...NEWS, ...ending.de],
  },
  en: {
    subject: 'New: {summary}',
    blocks: [text('Hello {name},'), text('This is new:'), ...NEWS, ...ending.en],
  },
});

/** What happened since the day before. */
export const workDigestMail = defineMail<WorkNews>('work-digest', {
  de: {
    subject: 'Tagesüberblick: {summary}',
    blocks: [text('Guten Tag {name},'), text('das ist seit gestern neu:'), ...NEWS, ...ending.de],
  },
  en: {
    subject: 'Daily overview: {summary}',
    blocks: [text('Hello {name},'), text('This is new since yesterday:'), ...NEWS, ...ending.en],
  },
});
