import { useEffect, useRef } from 'react';
import type { components } from '../../api/schema';
import { useTexts } from '../../i18n';
import { useAnnounce } from '../../ui/status';
import { stateName } from './status';

type Order = components['schemas']['PortalOrderDetailDto'];

/** What the user did last on this page, which announces it itself. */
let own: string | undefined;

export function rememberOwnChange(order: Order): void {
  own = stateOf(order);
}

/** Announces what staff do to an order while it is shown: a dialog that was open may be gone with it. */
export function useAnnounceChanges(order: Order): void {
  const { orders } = useTexts();
  const announce = useAnnounce();
  const state = stateOf(order);
  const text = `${orders.kinds[order.kind]} ${order.number}: ${stateName(order, orders)}`;
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
