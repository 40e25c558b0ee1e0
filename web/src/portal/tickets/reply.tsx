import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useAttempt } from '../../api/attempts';
import { api, unwrap } from '../../api/client';
import { addPortalTicketCommentDto as limits } from '../../api/portal-constraints';
import { queries } from '../../api/queries';
import { useTexts } from '../../i18n';
import { useDraft } from '../../session/drafts';
import { TicketFiles } from '../../tickets/ticket-files';
import { useUploads } from '../../tickets/uploads';
import { Notice } from '../../ui/feedback';
import { TextArea } from '../../ui/fields';
import { Form, Submit } from '../../ui/form';
import { useAnnounce } from '../../ui/status';
import { overviewQuery } from '../overview/query';
import { refreshTicket, type TicketDetail } from './queries';
import type { Values } from '../../ui/values';

/** The box in which people answer. */
export function Reply({ ticket: { id, status } }: { readonly ticket: TicketDetail }): ReactNode {
  const { tickets } = useTexts();
  const { reply } = tickets;
  const draft = useDraft(`reply:${id}`);
  const attempt = useAttempt();
  const announce = useAnnounce();
  const { data: overview } = useQuery(overviewQuery);
  const uploads = useUploads('portal', draft);

  const send = async (values: Values, form: HTMLFormElement): Promise<void> => {
    try {
      await uploads.sendWith((uploadIds) => {
        const body = { body: values.text('body'), uploadIds };
        return attempt(body, async (header) =>
          unwrap(
            await api.POST('/api/v1/portal/tickets/{id}/comments', {
              params: { path: { id }, header },
              body,
            }),
          ),
        );
      });
      draft.drop();
      form.reset();
      uploads.clear();
    } finally {
      // Also where it was refused: closed meanwhile, the ticket shows how it goes on.
      void refreshTicket(id, 'listPortalTicketComments');
    }
    void queries.invalidateQueries({ queryKey: ['listPortalTickets'] });
    announce(reply.done);
  };
  // What was being written stands here again once the ticket is open again.
  if (status === 'CLOSED') {
    return (
      <Notice tone="info">
        {reply.closed} {draft.read() && reply.kept}
      </Notice>
    );
  }
  return (
    <Form className="card stack reply" label={reply.title} onSend={send} draft={draft}>
      {status === 'RESOLVED' && <Notice tone="info">{reply.reopens}</Notice>}
      <TextArea
        name="body"
        label={reply.label}
        hint={reply.hint}
        required
        maxLength={limits.body.maxLength}
      />
      <TicketFiles uploads={uploads} limits={overview?.uploads} />
      <div className="actions">
        <Submit>{reply.submit}</Submit>
      </div>
    </Form>
  );
}
