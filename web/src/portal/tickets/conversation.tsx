import { History } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTexts, type Texts } from '../../i18n';
import { useMe } from '../../session/me';
import { Ago } from '../../ui/time';
import { WithLinks } from '../../ui/with-links';
import { AttachmentList } from '../../tickets/attachment-list';
import type { TimelineEntry } from '../../tickets/timeline';
import type { TicketDetail, TicketStatus } from './queries';
import { useStatusName } from './status';
import '../../styles/conversation.css';

interface ConversationProps {
  readonly ticket: TicketDetail;
  readonly entries: readonly TimelineEntry[];
}

/** Everything that has happened on a ticket; what comes while somebody looks at it is read out to who does not see it. */
export function Conversation({ ticket, entries }: ConversationProps): ReactNode {
  const { tickets } = useTexts();
  const statusName = useStatusName(ticket.contact);
  // What is older than that comes when more is loaded, and is no news.
  const [newest = ''] = useState(entries[0]?.at);
  return (
    <ol
      className="conversation"
      aria-label={tickets.conversation}
      aria-live="polite"
      aria-relevant="additions"
    >
      {entries.map((entry) => (
        <li key={entry.key} className={entry.kind} aria-live={entry.at > newest ? undefined : 'off'}>
          {entry.kind === 'message' ? (
            <MessageCard ticketId={ticket.id} message={entry} />
          ) : (
            <ChangeLine change={entry} statusName={statusName} />
          )}
        </li>
      ))}
    </ol>
  );
}

type Message = Extract<TimelineEntry, { kind: 'message' }>;
type Change = Extract<TimelineEntry, { kind: 'change' }>;

function MessageCard({
  ticketId,
  message,
}: {
  readonly ticketId: string;
  readonly message: Message;
}): ReactNode {
  const { tickets } = useTexts();
  const { tenant } = useMe();
  const called = useCalled();
  const { author, body, at, files, first } = message;
  return (
    <article className={author.kind === 'STAFF' ? 'said staff' : 'said'}>
      <span className="face" aria-hidden>
        {initialsOf(author.name)}
      </span>
      <div className="said-text">
        <header>
          <strong>{called(author)}</strong>
          {author.kind === 'STAFF' && <span className="muted small">{tenant.name}</span>}
          <span className="muted small">
            <Ago at={at} />
          </span>
          {first && <span className="tag">{tickets.request}</span>}
        </header>
        {body && (
          <p className="prose">
            <WithLinks text={body} />
          </p>
        )}
        <AttachmentList ticket={`/api/v1/portal/tickets/${ticketId}`} files={files} />
      </div>
    </article>
  );
}

interface ChangeLineProps {
  readonly change: Change;
  readonly statusName: (status: TicketStatus) => string;
}

function ChangeLine({ change: { entry, at }, statusName }: ChangeLineProps): ReactNode {
  const { tickets } = useTexts();
  const called = useCalled();
  return (
    <p className="change-line">
      <History size={16} aria-hidden />
      <span>
        {sentenceOf(entry, called, tickets, statusName)} · <Ago at={at} />
      </span>
    </p>
  );
}

type Person = Change['entry']['actor'];

/** The user's own name is replaced by "you". */
function useCalled(): (person: Person) => string {
  const { tickets } = useTexts();
  const me = useMe();
  return ({ kind, name }) => (kind === 'CONTACT' && name === me.name ? tickets.you : name);
}

function sentenceOf(
  { event, actor, from, to }: Change['entry'],
  called: (person: Person) => string,
  { history }: Texts['tickets'],
  statusName: ChangeLineProps['statusName'],
): string {
  const name = called(actor);
  const colleague = called({ kind: 'CONTACT', name: to ?? from ?? '–' });
  switch (event) {
    // Where it goes on is where who may see that is led.
    case 'MERGED_INTO':
    case 'CLOSED':
      return history.CLOSED(name);
    case 'REOPENED':
      return history.REOPENED(name);
    case 'STATUS_CHANGED':
      return history.STATUS_CHANGED(name, statusName(to as TicketStatus));
    case 'WATCHER_ADDED':
      return history.WATCHER_ADDED(name, colleague);
    case 'WATCHER_REMOVED':
      return history.WATCHER_REMOVED(name, colleague);
    // The others are not told to contacts, or show by themselves.
    default:
      return name;
  }
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? '').join('');
}
