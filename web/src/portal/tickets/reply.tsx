import { type ReactNode, useState } from 'react';
import { useAttempt } from '../../api/attempts';
import { api, unwrap } from '../../api/client';
import { addPortalTicketCommentDto as limits } from '../../api/constraints';
import { queries } from '../../api/queries';
import { useTexts } from '../../i18n';
import { useDraft } from '../../session/drafts';
import { Notice } from '../../ui/feedback';
import { TextArea } from '../../ui/fields';
import { FileDrop } from '../../ui/file-drop';
import { Form, Submit } from '../../ui/form';
import { useSay } from '../../ui/status';
import type { TicketDetail } from './queries';
import { leftFor, upload } from './upload';
import type { Values } from '../../ui/values';

/** The box in which people answer, with text, files or both. */
export function Reply({ ticket: { id, status } }: { readonly ticket: TicketDetail }): ReactNode {
  const { reply, files: fileTexts } = useTexts().tickets;
  const draft = useDraft(`reply:${id}`);
  const attempt = useAttempt();
  const say = useSay();
  const [files, setFiles] = useState<readonly File[]>(() => leftFor(id));
  const [failed, setFailed] = useState(files.length > 0);
  const done = status === 'RESOLVED' || status === 'CLOSED';

  const send = async (values: Values, form: HTMLFormElement): Promise<void> => {
    const body = values.text('body');
    if (body === '' && files.length === 0) throw new NothingSaid(reply.nothing);
    const comment =
      body === ''
        ? undefined
        : await attempt({ body }, async (header) =>
            unwrap(
              await api.POST('/api/v1/portal/tickets/{id}/comments', {
                params: { path: { id }, header },
                body: { body },
              }),
            ),
          );
    draft.drop();
    form.reset();
    const rest = await upload(id, files, comment?.id);
    setFiles(rest);
    setFailed(rest.length > 0);
    await Promise.all(
      ['getPortalTicket', 'listPortalTicketComments'].map((operation) =>
        queries.invalidateQueries({ queryKey: [operation, { id }] }),
      ),
    );
    void queries.invalidateQueries({ queryKey: ['listPortalTickets'] });
    if (rest.length === 0) say(reply.done);
  };
  return (
    <Form className="card stack reply" label={reply.title} onSend={send} draft={draft}>
      {done && <Notice tone="info">{reply.reopens}</Notice>}
      <TextArea
        name="body"
        label={reply.label}
        hint={reply.hint}
        unmarked
        maxLength={limits.body.maxLength}
      />
      {failed && (
        <Notice tone="bad" role="alert">
          {files[0] && fileTexts.failed(files[0].name)} {fileTexts.failedText}
        </Notice>
      )}
      <FileDrop files={files} onChange={setFiles} />
      <div className="actions">
        <Submit>{reply.submit}</Submit>
      </div>
    </Form>
  );
}

class NothingSaid extends Error {
  readonly fields;

  constructor(readonly detail: string) {
    super(detail);
    this.fields = [{ pointer: '/body', detail }];
  }
}
