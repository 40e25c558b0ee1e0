import { Lock, Send } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useAttempt } from '../../api/attempts';
import { api, unwrap } from '../../api/client';
import { addTicketCommentDto as limits } from '../../api/staff-constraints';
import { useTexts } from '../../i18n';
import { useDraft } from '../../session/drafts';
import { Notice } from '../../ui/feedback';
import { TextArea } from '../../ui/fields';
import { Form, Submit } from '../../ui/form';
import { useSay } from '../../ui/status';
import { type TicketDetail, ticketHasChanged } from './queries';
import type { Values } from '../../ui/values';
import { Refused } from '../refused';

const KINDS = ['PUBLIC', 'INTERNAL'] as const;
type Kind = (typeof KINDS)[number];
const ICONS = { PUBLIC: Send, INTERNAL: Lock };

/** What staff write: to the customer or for one another. Which of the two is chosen each time, and shows all around it. */
export function Answer({ ticket: { id, status, contact } }: { readonly ticket: TicketDetail }): ReactNode {
  const { answer } = useTexts().staffTickets;
  const [kind, setKind] = useState<Kind>();
  const draft = useDraft(`staff-answer:${id}`);
  const attempt = useAttempt();
  const say = useSay();
  const closed = status === 'CLOSED';

  const send = async (values: Values, form: HTMLFormElement): Promise<void> => {
    if (!kind) throw new Refused(answer.missing);
    const body = { body: values.text('body'), visibility: kind };
    await attempt(body, async (header) =>
      unwrap(
        await api.POST('/api/v1/staff/tickets/{id}/comments', { params: { path: { id }, header }, body }),
      ),
    );
    draft.drop();
    form.reset();
    setKind(undefined);
    await ticketHasChanged(id);
    say(answer.done[kind]);
  };
  return (
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
              onClick={() => setKind(each)}
            >
              <Icon size={18} aria-hidden />
              {answer.kinds[each]}
            </button>
          );
        })}
      </div>
      <TextArea
        name="body"
        label={kind ? answer.label[kind] : answer.labelNone}
        hint={kind === 'PUBLIC' && contact ? answer.goesTo(contact.name) : undefined}
        required
        rows={4}
        maxLength={limits.body.maxLength}
      />
      <div className="actions">
        <Submit>{kind ? answer.submit[kind] : answer.submitNone}</Submit>
      </div>
    </Form>
  );
}
