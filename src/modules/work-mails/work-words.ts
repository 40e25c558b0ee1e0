import type { Language } from '../../platform/context/context';
import type { InboxNews } from '../inbox';
import type { WorkTopic } from '../staff';
import type { TicketNews } from '../tickets';

/** One thing that is new: what it is, and where it is. */
export interface NewsLine {
  readonly words: string;
  readonly link: string;
  /** Of the ticket that it is about. */
  readonly ticketId?: string;
}

/** What is new of one kind, as far as a mail lists it. */
export interface NewsOfTopic {
  readonly lines: readonly NewsLine[];
  /** Also what is not listed. */
  readonly total: number;
}

export const NO_NEWS: NewsOfTopic = { lines: [], total: 0 };

const TITLES: Readonly<Record<Language, Readonly<Record<WorkTopic, string>>>> = {
  de: {
    INBOX: 'Im Postkorb',
    MY_TICKETS: 'Bei Ihren Tickets',
    UNASSIGNED_TICKETS: 'Bei Tickets, die niemand hat',
  },
  en: { INBOX: 'In the inbox', MY_TICKETS: 'Your tickets', UNASSIGNED_TICKETS: 'Tickets that nobody has' },
};
const TYPES: Readonly<Record<Language, Readonly<Record<InboxNews['type'], string>>>> = {
  de: { ORDER: 'Bestellung', QUOTE_REQUEST: 'Angebotsanfrage', REGISTRATION: 'Registrierung' },
  en: { ORDER: 'Order', QUOTE_REQUEST: 'Quote request', REGISTRATION: 'Registration' },
};
const HAPPENED: Readonly<Record<Language, Readonly<Record<TicketNews['what'], string>>>> = {
  de: {
    CREATED: 'neu, von',
    COMMENTED: 'Antwort von',
    REOPENED: 'wieder offen, durch',
    ASSIGNED: 'für Sie, von',
  },
  en: { CREATED: 'new, by', COMMENTED: 'answer by', REOPENED: 'open again, by', ASSIGNED: 'for you, by' },
};
const MORE = { de: 'und weitere:', en: 'and more:' };

export function ticketWords(news: TicketNews, company: string, language: Language): string {
  const happened = `${HAPPENED[language][news.what]} ${news.actorName}`;
  return [`[${news.number}] ${news.subject}`, company, happened].filter(Boolean).join(' · ');
}

export function inboxWords(
  { type, number, summary }: InboxNews,
  company: string,
  language: Language,
): string {
  return [[TYPES[language][type], number].filter(Boolean).join(' '), company, summary]
    .filter(Boolean)
    .join(' · ');
}

/** Empty where there is nothing. */
export function titleOf(topic: WorkTopic, { total }: NewsOfTopic, language: Language): string {
  return total === 0 ? '' : `${TITLES[language][topic]} (${total}):`;
}

/** Each with its address below. */
export function linesOf({ lines, total }: NewsOfTopic, language: Language): string {
  const more = total > lines.length ? [`${MORE[language]} ${total - lines.length}`] : [];
  return [...lines.map(({ words, link }) => `${words}\n${link}`), ...more].join('\n');
}

/** The one thing there is; absent where there are several. */
export function onlyOf(news: Readonly<Record<WorkTopic, NewsOfTopic>>): NewsLine | undefined {
  const all = Object.values(news);
  const total = all.reduce((sum, topic) => sum + topic.total, 0);
  return total === 1 ? all.flatMap(({ lines }) => lines)[0] : undefined;
}

/** The one thing there is, else how many of each kind. */
export function summaryOf(news: Readonly<Record<WorkTopic, NewsOfTopic>>, language: Language): string {
  const kinds = (['INBOX', 'MY_TICKETS', 'UNASSIGNED_TICKETS'] as const).filter(
    (topic) => news[topic].total > 0,
  );
  const only = onlyOf(news);
  if (only) return only.words;
  return kinds.map((topic) => `${TITLES[language][topic]} (${news[topic].total})`).join(', ');
}
