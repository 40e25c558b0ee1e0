import { useQuery } from '@tanstack/react-query';
import { Lock, Send, TextQuote } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { useAttempt } from '../../api/attempts';
import { api, unwrap } from '../../api/client';
import { addTicketCommentDto as limits } from '../../api/staff-constraints';
import { type Texts, useTexts } from '../../i18n';
import { useDraft } from '../../session/drafts';
import { Notice } from '../../ui/feedback';
import { TextArea } from '../../ui/fields';
import { Form, Submit } from '../../ui/form';
import { useAnnounce } from '../../ui/status';
import type { Values } from '../../ui/values';
import { TicketFiles } from '../../tickets/ticket-files';
import { useUploads } from '../../tickets/uploads';
import { Refused } from '../refused';
import { insertText } from '../insert-text';
import { keyOf, useShortcuts } from '../shortcuts';
import { CannedReplyChoice } from './canned-reply-choice';
import { useContactOf } from './contact-of';
import {
  cannedRepliesQuery,
  type Contact,
  nameOf,
  type TicketDetail,
  ticketHasChanged,
  type TicketStatus,
  uploadLimitsQuery,
} from './queries';

const KINDS = ['PUBLIC', 'INTERNAL'] as const;
type Kind = (typeof KINDS)[number];
const NEXT = ['WAITING_FOR_CUSTOMER', 'RESOLVED'] as const;
type Next = (typeof NEXT)[number];
const ICONS = { PUBLIC: Send, INTERNAL: Lock };
const KEYS = { PUBLIC: 'a', INTERNAL: 'n' };
/** Each with one key more than Ctrl + Enter. */
const NEXT_KEYS = { WAITING_FOR_CUSTOMER: 'Control+Alt+Enter', RESOLVED: 'Control+Shift+Enter' };
const REPLIES_KEY = 'c';

interface AnswerProps {
  readonly ticket: TicketDetail;
  /** Whether keys lead from ticket to ticket. */
  readonly inList: boolean;
}

/** What staff write: to the customer or for one another. Which of the two is chosen each time, and shows all around it. */
export function Answer({ ticket, inList }: AnswerProps): ReactNode {
  const { answer, canned } = useTexts().staffTickets;
  const { id, status } = ticket;
  const box = useRef<HTMLDivElement>(null);
  const [choosing, setChoosing] = useState(false);
  const { data: replies } = useQuery(cannedRepliesQuery);
  const whose = useContactOf(ticket);
  const [kind, setKind] = useState<Kind>();
  const draft = useDraft(`staff-answer:${id}`);
  const attempt = useAttempt();
  const announce = useAnnounce();
  const { data: uploadLimits } = useQuery(uploadLimitsQuery);
  const uploads = useUploads('staff', draft);
  const closed = status === 'CLOSED';
  const steps = nextAfter(status);

  const send = async (values: Values, form: HTMLFormElement): Promise<void> => {
    if (!kind) throw new Refused(answer.missing);
    await uploads.sendWith((uploadIds) => {
      const next = values.optional('next') as Next | undefined;
      const body = { body: values.text('body'), visibility: kind, uploadIds, status: next };
      return attempt(body, async (header) =>
        unwrap(
          await api.POST('/api/v1/staff/tickets/{id}/comments', { params: { path: { id }, header }, body }),
        ),
      );
    });
    draft.drop();
    form.reset();
    uploads.clear();
    setKind(undefined);
    // The next key may be one that leads on, and is no letter of an answer; unless the user is elsewhere by now.
    if (document.activeElement === document.body || form.contains(document.activeElement)) {
      document.querySelector<HTMLElement>('.page-head h1')?.focus({ preventScroll: true });
    }
    await ticketHasChanged(id);
    announce(answer.done[kind]);
  };
  const area = (): HTMLTextAreaElement | null | undefined => box.current?.querySelector('textarea');
  const choose = (next: Kind): void => {
    setKind(next);
    area()?.focus();
  };
  const openReplies = (): void => {
    // Where the dialog leaves the focus when it goes.
    area()?.focus();
    setChoosing(true);
  };
  const hasReplies = replies !== undefined && replies.items.length > 0;
  const answerWithReply = (): void => {
    choose(kind ?? 'PUBLIC');
    openReplies();
  };
  useShortcuts({
    [KEYS.PUBLIC]: () => choose('PUBLIC'),
    [KEYS.INTERNAL]: () => choose('INTERNAL'),
    [REPLIES_KEY]: hasReplies ? answerWithReply : undefined,
  });
  return (
    <>
      <Form className={`card stack answer ${kind ?? ''}`} label={answer.title} onSend={send} draft={draft}>
        {closed && <Notice tone="info">{answer.closed}</Notice>}
        <div className="segments" role="group" aria-label={answer.who}>
          {KINDS.map((each) => {
            const Icon = ICONS[each];
            return (
              <button
                key={each}
                type="button"
                aria-pressed={kind === each}
                className={each}
                {...keyOf(KEYS[each], answer.kinds[each])}
                onClick={() => choose(each)}
              >
                <Icon size={18} aria-hidden />
                {answer.kinds[each]}
              </button>
            );
          })}
        </div>
        <div ref={box}>
          <TextArea
            name="body"
            label={kind ? answer.label[kind] : answer.labelNone}
            hint={kind === 'PUBLIC' && whose ? reachOf(whose, answer) : undefined}
            required
            rows={4}
            maxLength={limits.body.maxLength}
          />
        </div>
        <TicketFiles uploads={uploads} limits={uploadLimits} />
        <div className="actions">
          <Submit>{kind ? answer.submit[kind] : answer.submitNone}</Submit>
          {kind === 'PUBLIC' &&
            steps.map((each) => (
              <button
                key={each}
                type="submit"
                className="button"
                name="next"
                value={each}
                aria-keyshortcuts={NEXT_KEYS[each]}
                title={`${answer.submitAnd[each]} (${answer.keysAnd[each]})`}
              >
                {answer.submitAnd[each]}
              </button>
            ))}
          {hasReplies && (
            <button
              type="button"
              className="button"
              {...keyOf(REPLIES_KEY, canned.title)}
              onClick={openReplies}
            >
              <TextQuote size={18} aria-hidden />
              {canned.title}
            </button>
          )}
        </div>
        <p className="muted small key-hint">
          {[
            answer.keys,
            ...steps.map((each) => `${answer.keysAnd[each]}: ${answer.submitAnd[each]}`),
            ...(inList ? [answer.keysOfList] : []),
          ].join(', ')}
        </p>
      </Form>
      {choosing && (
        <CannedReplyChoice
          replies={replies?.items ?? []}
          ticket={ticket}
          onChoose={(text) => {
            const field = area();
            if (field) insertText(field, text);
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
}

/** Whether an answer reaches whoever asked by mail, too; as the API decides it. */
function reachOf(contact: Contact, texts: Texts['staffTickets']['answer']): string {
  const name = nameOf(contact);
  if (contact.portalAccess.state !== 'ACTIVE') return texts.goesNowhere.NO_ACCESS(name);
  return contact.ticketMails ? texts.goesTo(name) : texts.goesNowhere.NOT_WANTED(name);
}

/** What one mostly wants with an answer, and in the same step. */
function nextAfter(status: TicketStatus): Next[] {
  return NEXT.filter((next) => next !== status && status !== 'RESOLVED' && status !== 'CLOSED');
}
