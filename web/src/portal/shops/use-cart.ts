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
      void Promise.all([queries.invalidateQueries(), refreshMe()]);
    }
    before.current = mode;
  }, [mode, refreshMe]);
  return cart;
}
