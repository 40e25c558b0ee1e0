import { useNavigate, useSearch } from '@tanstack/react-router';
import { useContext } from 'react';
import { api, unwrap } from '../../api/client';
import { isProblem } from '../../api/problems';
import { queries } from '../../api/queries';
import type { components } from '../../api/schema';
import { useTexts } from '../../i18n';
import { useTenant } from '../../session/tenant';
import { useAnnounce } from '../../ui/status';
import { NextItem } from './next-item';
import { type InboxItemDetail, inboxItemQuery, itemIsNow } from './queries';

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
  // As the list was when somebody decided.
  const next = useContext(NextItem);

  return async (body) => {
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
    itemIsNow(decided, 'none');
    announce(inbox.done[body.decision]);
    if (next) await navigate({ to: '/staff/$slug/inbox/$id', params: { slug, id: next }, search });
    else await navigate({ to: '/staff/$slug/inbox', params: { slug }, search });
  };
}
