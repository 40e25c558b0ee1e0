import type { Attachment, Comment, TicketDetail } from './queries';

type HistoryEntry = TicketDetail['history'][number];
type Author = Comment['author'];

interface Message {
  readonly kind: 'message';
  readonly key: string;
  readonly at: string;
  readonly author: Author;
  readonly body: string;
  readonly files: readonly Attachment[];
  /** What the ticket began with. */
  readonly first: boolean;
}

interface Change {
  readonly kind: 'change';
  readonly key: string;
  readonly at: string;
  readonly entry: HistoryEntry;
}

export type TimelineEntry = Message | Change;

/** Said by the messages themselves. */
const SILENT: readonly HistoryEntry['event'][] = ['CREATED', 'ATTACHMENT_ADDED'];

/** Messages, files and changes of a ticket as one story, the newest first. */
export function timelineOf(ticket: TicketDetail, comments: readonly Comment[]): TimelineEntry[] {
  const begun = ticket.history.find(({ event }) => event === 'CREATED');
  const filesOf = (commentId: string): Attachment[] =>
    ticket.attachments.filter((file) => file.commentId === commentId);
  const loose = ticket.attachments.filter(({ commentId }) => commentId === null);
  const begins = (file: Attachment): boolean =>
    file.uploadedBy.name === first.author.name && Date.parse(file.createdAt) - Date.parse(first.at) < 300_000;
  const first: Message = {
    kind: 'message',
    key: ticket.id,
    at: ticket.createdAt,
    author: begun?.actor ?? { kind: 'CONTACT', name: ticket.contact?.name ?? '' },
    body: ticket.description,
    files: [],
    first: true,
  };
  const entries: TimelineEntry[] = [
    { ...first, files: loose.filter(begins) },
    ...comments.map(({ id, author, body, createdAt }): Message => ({
      kind: 'message',
      key: id,
      at: createdAt,
      author,
      body,
      files: filesOf(id),
      first: false,
    })),
    ...loose
      .filter((file) => !begins(file))
      .map((file): Message => ({
        kind: 'message',
        key: file.id,
        at: file.createdAt,
        author: file.uploadedBy,
        body: '',
        files: [file],
        first: false,
      })),
    ...ticket.history
      .filter(({ event }) => !SILENT.includes(event))
      .map((entry, position): Change => ({ kind: 'change', key: `change-${position}`, at: entry.at, entry })),
  ];
  return entries.sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
}
