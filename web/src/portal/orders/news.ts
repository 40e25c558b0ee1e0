import { useEffect, useRef } from 'react';
import type { components } from '../../api/schema';
import { useTexts } from '../../i18n';
import { useAnnounce } from '../../ui/status';

type Order = components['schemas']['PortalOrderDetailDto'];

/** What has last been done on this page itself, which says so in words of its own. */
let own: string | undefined;

export function rememberOwnChange(order: Order): void {
  own = stateOf(order);
}

/** Says what becomes of an order while somebody looks at it: a question that was open may be gone with it. */
export function useOrderNews(order: Order): void {
  const { orders } = useTexts();
  const announce = useAnnounce();
  const state = stateOf(order);
  const text = `${orders.kinds[order.kind]} ${order.number}: ${orders.status[order.status]}`;
  const known = useRef(state);
  useEffect(() => {
    if (known.current !== state && state !== own) announce(text);
    known.current = state;
  }, [state, text, announce]);
}

/** A renewed offer is another state, too. */
function stateOf({ id, status, offer }: Order): string {
  return [id, status, offer?.version].join(' ');
}
