import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { queries } from '../../api/queries';
import { cartQuery, type Shop } from './queries';
import { useRefreshMe } from './refusal';

/** A cart. Where it becomes something else than before, perhaps prices are hidden now, which every page has to know. */
export function useCart(shop: Shop) {
  const cart = useQuery(cartQuery(shop));
  const refreshMe = useRefreshMe();
  const mode = cart.data?.mode;
  const before = useRef(mode);
  useEffect(() => {
    if (before.current && mode && before.current !== mode) {
      const refreshData = (): Promise<void> => queries.invalidateQueries();
      // Prices vanish before the articles come without them, and appear once they come with them: no price is "on request" meanwhile.
      void (mode === 'ORDER' ? refreshData().then(refreshMe) : refreshMe().then(refreshData));
    }
    before.current = mode;
  }, [mode, refreshMe]);
  return cart;
}
