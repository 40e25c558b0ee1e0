import { Hand, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { api, unwrap } from '../../api/client';
import { isProblem } from '../../api/problems';
import { queries } from '../../api/queries';
import { useTexts } from '../../i18n';
import { useMe } from '../../session/me';
import { failureText } from '../../ui/failure';
import { Notice } from '../../ui/feedback';
import { useRefusal } from '../../ui/refusal';
import { useAnnounce } from '../../ui/status';
import { keyOf, useShortcuts } from '../shortcuts';
import { type InboxItemDetail, inboxItemQuery, isOpen, itemIsNow, standingOf } from './queries';

/** Takes an item, or puts it back; whoever is at it as well sees that at once. */
export function Claim({ item }: { readonly item: InboxItemDetail }): ReactNode {
  const { inbox, common } = useTexts();
  const me = useMe();
  const announce = useAnnounce();
  const { id, assignee } = item;
  const [refusal, setRefusal] = useRefusal(() => standingOf(id));
  const path = { params: { path: { id } } };

  const run = async (act: () => Promise<InboxItemDetail>, done: string): Promise<void> => {
    setRefusal('');
    try {
      itemIsNow(await act());
      announce(done);
    } catch (error) {
      // Shows the current assignee.
      if (isProblem(error, 409)) await queries.invalidateQueries({ queryKey: inboxItemQuery(id).queryKey });
      setRefusal(failureText(error, common.failed));
    }
  };
  const take = (): void =>
    void run(
      async () => unwrap(await api.PUT('/api/v1/staff/inbox-items/{id}/assignee', { ...path, body: {} })),
      inbox.taken,
    );
  const release = (): void =>
    void run(
      async () => unwrap(await api.DELETE('/api/v1/staff/inbox-items/{id}/assignee', path)),
      inbox.released,
    );
  const open = isOpen(item);
  useShortcuts({ t: open && !assignee ? take : undefined, r: open && assignee ? release : undefined });
  if (!open) return null;
  return (
    <>
      <div className="actions">
        {assignee ? (
          <button type="button" className="button" {...keyOf('r', inbox.release)} onClick={release}>
            <Undo2 size={18} aria-hidden />
            {assignee.id === me.id ? inbox.release : inbox.releaseOf(assignee.name)}
          </button>
        ) : (
          <button type="button" className="button" {...keyOf('t', inbox.take)} onClick={take}>
            <Hand size={18} aria-hidden />
            {inbox.take}
          </button>
        )}
      </div>
      {refusal && (
        <Notice tone="bad" role="alert">
          {refusal}
        </Notice>
      )}
    </>
  );
}
