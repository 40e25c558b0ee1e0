import type { components } from '../api/schema';

type Schemas = components['schemas'];
/** Said by the documents of staff alone: contacts get nothing that is internal. */
interface Seen {
  readonly visibility?: 'PUBLIC' | 'INTERNAL';
}
export type Attachment = Schemas['PortalTicketAttachmentDto'] & Seen;
export type Comment = Schemas['PortalTicketCommentDto'] &
  Seen &
  Partial<Pick<Schemas['TicketCommentDto'], 'undelivered'>>;
export type TicketStory = Pick<
  Schemas['PortalTicketDetailDto'],
  'id' | 'createdAt' | 'description' | 'contact' | 'history' | 'merged'
> & { readonly attachments: readonly Attachment[] };

type HistoryEntry = TicketStory['history'][number];
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
  /** Of another ticket, whose beginning it is. */
  readonly number?: string;
  readonly internal: boolean;
  /** Mails with it that have not left; told to staff alone. */
  readonly undelivered?: Comment['undelivered'];
}

interface Change {
  readonly kind: 'change';
  readonly key: string;
  readonly at: string;
  readonly entry: HistoryEntry;
}

export type TimelineEntry = Message | Change;

const TOGETHER_MS = 60_000;
/** Said by the messages themselves. */
const SILENT: readonly HistoryEntry['event'][] = ['CREATED', 'ATTACHMENT_ADDED'];

/**
 * Messages, files and changes of a ticket as one story, the newest first.
 * @param complete whether these are all the comments; else the story goes back as far as they do
 */
export function timelineOf(
  ticket: TicketStory,
  comments: readonly Comment[],
  complete: boolean,
): TimelineEntry[] {
  const entries = [...messagesOf(ticket, comments), ...changesOf(ticket)].sort(
    (one, other) => Date.parse(other.at) - Date.parse(one.at),
  );
  const oldest = comments.at(-1)?.createdAt;
  if (complete || oldest === undefined) return entries;
  return entries.filter(({ at }) => Date.parse(at) >= Date.parse(oldest));
}

function messagesOf(ticket: TicketStory, comments: readonly Comment[]): Message[] {
  const created = ticket.history.find(({ event }) => event === 'CREATED');
  const author = created?.actor ?? { kind: 'CONTACT' as const, name: ticket.contact?.name ?? '' };
  const filesOf = (commentId: string | null): Attachment[] =>
    ticket.attachments.filter((file) => file.commentId === commentId);
  // Files that belong to no comment came with the ticket, or later by themselves.
  const begun = [{ ...ticket, author, number: undefined }, ...ticket.merged];
  const startOf = (file: Attachment): string | undefined =>
    begun.find(
      ({ id, createdAt }) =>
        id === file.ticketId && Date.parse(file.createdAt) - Date.parse(createdAt) < TOGETHER_MS,
    )?.id;
  const loose = filesOf(null);
  return [
    ...begun.map(({ id, createdAt, author: by, description, number }) => ({
      kind: 'message' as const,
      key: id,
      at: createdAt,
      author: by,
      body: description,
      files: loose.filter((file) => startOf(file) === id),
      first: true,
      number,
      internal: false,
    })),
    ...comments.map(({ id, author: by, body, createdAt, visibility, undelivered }) => ({
      kind: 'message' as const,
      key: id,
      at: createdAt,
      author: by,
      body,
      files: filesOf(id),
      first: false,
      internal: visibility === 'INTERNAL',
      undelivered,
    })),
    ...loose
      .filter((file) => startOf(file) === undefined)
      .map((file) => ({
        kind: 'message' as const,
        key: file.id,
        at: file.createdAt,
        author: file.uploadedBy,
        body: '',
        files: [file],
        first: false,
        internal: file.visibility === 'INTERNAL',
      })),
  ];
}

function changesOf({ history }: TicketStory): Change[] {
  return history
    .filter(({ event }) => !SILENT.includes(event))
    .map((entry) => ({ kind: 'change', key: `${entry.at} ${entry.event}`, at: entry.at, entry }));
}
