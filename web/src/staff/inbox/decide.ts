import { useNavigate, useSearch } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client';
import { isProblem } from '../../api/problems';
import { queries } from '../../api/queries';
import type { components } from '../../api/schema';
import { useTexts } from '../../i18n';
import { useTenant } from '../../session/tenant';
import { useAnnounce } from '../../ui/status';
import { type InboxItemDetail, inboxItemQuery, inboxItemsQuery, itemIsNow } from './queries';

export type DecisionBody = components['schemas']['DecideInboxItemDto'];

export interface DecisionProps {
  readonly item: InboxItemDetail;
  /** A colleague has decided: what was typed is still there, but cannot be sent. */
  readonly closed: boolean;
  readonly onDone: () => void;
}

/** Sends a decision, says so, and goes on to the next item. @throws Problem */
export function useDecide({ item: { id }, onDone }: DecisionProps): (body: DecisionBody) => Promise<void> {
  const { inbox } = useTexts();
  const { slug } = useTenant();
  const search = useSearch({ from: '/staff/$slug/workplace/inbox' });
  const navigate = useNavigate();
  const announce = useAnnounce();

  return async (body) => {
    const next = itemAfter(id, search);
    let decided: InboxItemDetail;
    try {
      const path = { params: { path: { id } }, body };
      decided = unwrap(await api.PUT('/api/v1/staff/inbox-items/{id}/outcome', path));
    } catch (error) {
      // A colleague has claimed or decided it: that shows beside the answer.
      if (isProblem(error, 409)) await queries.invalidateQueries({ queryKey: inboxItemQuery(id).queryKey });
      throw error;
    }
    onDone();
    itemIsNow(decided);
    announce(inbox.done[body.decision]);
    if (next) await navigate({ to: '/staff/$slug/inbox/$id', params: { slug, id: next }, search });
    else await navigate({ to: '/staff/$slug/inbox', params: { slug }, search });
  };
}

/** The one below in the list as it was when somebody decided; at the end of it, the first. */
function itemAfter(id: string, search: Parameters<typeof inboxItemsQuery>[0]): string | undefined {
  const pages = queries.getQueryData(inboxItemsQuery(search).queryKey)?.pages ?? [];
  const ids = pages.flatMap(({ items }) => items.map((item) => item.id));
  const at = ids.indexOf(id);
  return at < 0 ? undefined : (ids[at + 1] ?? ids.find((other) => other !== id));
}
