import { useInfiniteQuery } from '@tanstack/react-query';
import { StickyNote } from 'lucide-react';
import type { ReactNode } from 'react';
import { useAttempt } from '../../api/attempts';
import { api, unwrap } from '../../api/client';
import { queries } from '../../api/queries';
import { addInboxNoteDto as limits } from '../../api/staff-constraints';
import { useTexts } from '../../i18n';
import { useDraft } from '../../session/drafts';
import { Failure } from '../../ui/feedback';
import { TextArea } from '../../ui/fields';
import { Form, Submit } from '../../ui/form';
import { LoadMore } from '../../ui/load-more';
import { useAnnounce } from '../../ui/status';
import { Ago } from '../../ui/time';
import { inboxNotesQuery } from './queries';
import type { Values } from '../../ui/values';

/** What staff tell one another about an item; no customer sees it. */
export function Notes({ itemId }: { readonly itemId: string }): ReactNode {
  const { notes } = useTexts().inbox;
  const list = useInfiniteQuery(inboxNotesQuery(itemId));
  const draft = useDraft(`note:${itemId}`);
  const attempt = useAttempt();
  const announce = useAnnounce();
  const written = list.data?.pages.flatMap(({ items }) => items) ?? [];

  const send = async (values: Values, form: HTMLFormElement): Promise<void> => {
    const body = { body: values.text('body') };
    await attempt(body, async (header) =>
      unwrap(
        await api.POST('/api/v1/staff/inbox-items/{id}/notes', {
          params: { path: { id: itemId }, header },
          body,
        }),
      ),
    );
    form.reset();
    await queries.invalidateQueries({ queryKey: inboxNotesQuery(itemId).queryKey });
    announce(notes.done);
  };
  return (
    <section className="card stack notes" aria-labelledby="notes">
      <h3 id="notes" className="internal-title">
        <StickyNote size={18} aria-hidden />
        {notes.title}
      </h3>
      {list.isError && !list.data && <Failure error={list.error} retry={() => void list.refetch()} />}
      {written.length > 0 && (
        <ol className="note-list">
          {written.map(({ id, author, body, createdAt }) => (
            <li key={id}>
              <p className="small muted">
                <strong>{author?.name ?? notes.program}</strong> · <Ago at={createdAt} />
              </p>
              <p className="prose">{body}</p>
            </li>
          ))}
        </ol>
      )}
      <LoadMore list={list} />
      <Form onSend={send} draft={draft} label={notes.title}>
        <TextArea name="body" label={notes.label} required rows={2} maxLength={limits.body.maxLength} />
        <div className="actions">
          <Submit>{notes.submit}</Submit>
        </div>
      </Form>
    </section>
  );
}
