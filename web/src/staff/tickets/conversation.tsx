import { History, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { type Texts, useTexts } from '../../i18n';
import { AttachmentList } from '../../tickets/attachment-list';
import type { TimelineEntry } from '../../tickets/timeline';
import { Ago } from '../../ui/time';
import { WithLinks } from '../../ui/with-links';
import { Whole } from '../../ui/whole';
import { UndeliveredMails } from '../undelivered-mails';
import '../../styles/conversation.css';

interface ConversationProps {
  readonly ticketId: string;
  readonly entries: readonly TimelineEntry[];
}

/** Everything that has happened on a ticket; what no customer sees says so. */
export function Conversation({ ticketId, entries }: ConversationProps): ReactNode {
  const { staffTickets: texts } = useTexts();
  return (
    <ol className="conversation" aria-label={texts.conversation}>
      {entries.map((entry) => (
        <li key={entry.key}>
          {entry.kind === 'message' ? (
            <MessageCard ticketId={ticketId} message={entry} />
          ) : (
            <p className="change-line">
              <History size={16} aria-hidden />
              <span>
                <Whole text={sentenceOf(entry.entry, texts)} /> · <Ago at={entry.at} />
              </span>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

interface MessageProps {
  readonly ticketId: string;
  readonly message: Extract<TimelineEntry, { kind: 'message' }>;
}

function MessageCard({ ticketId, message }: MessageProps): ReactNode {
  const { staffTickets: texts } = useTexts();
  const { author, body, at, internal, first, number, undelivered } = message;
  const from = internal ? 'internal' : author.kind === 'STAFF' ? 'staff' : '';
  return (
    <article className={`said plain ${from}`}>
      <div className="said-text">
        <header>
          <strong>{author.name}</strong>
          <span className="muted small">
            <Ago at={at} />
          </span>
          {first && (
            <span className="tag">
              {texts.request} {number}
            </span>
          )}
          {internal && (
            <span className="tag internal-tag">
              <Lock size={14} aria-hidden />
              {texts.internal}
            </span>
          )}
        </header>
        {body && (
          <p className="prose">
            <WithLinks text={body} />
          </p>
        )}
        <AttachmentList ticket={`/api/v1/staff/tickets/${ticketId}`} files={message.files} />
        <UndeliveredMails mails={undelivered} />
      </div>
    </article>
  );
}

type Change = Extract<TimelineEntry, { kind: 'change' }>['entry'];

function sentenceOf({ event, actor, from, to }: Change, texts: Texts['staffTickets']): string {
  const { history, status, priorities, noCategory } = texts;
  const names: Readonly<Record<string, string>> = { ...status, ...priorities };
  if (event === 'CREATED' || event === 'ATTACHMENT_ADDED') return actor.name;
  if (event === 'CUSTOMER_CHANGED') return history[event](actor.name, to ?? '–', from ?? '–');
  const value = to ?? (event === 'CATEGORY_CHANGED' ? noCategory : from) ?? '–';
  return history[event](actor.name, names[value] ?? value);
}
