import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';

interface LeadOn {
  /** What has just been chosen: it, or what is in it, has the focus until the next field is there. */
  readonly place: RefObject<HTMLDivElement | null>;
  readonly onKnown: (name: string) => void;
}

/**
 * Leads to the first field of the form once so many that come later are known to be there or not; unless the user is elsewhere by then.
 */
export function useLeadOn(leadsOn: boolean, fields: number): LeadOn {
  const place = useRef<HTMLDivElement>(null);
  const known = useRef(new Set<string>());
  useLayoutEffect(() => {
    if (leadsOn) place.current?.focus();
  }, [leadsOn]);
  const onKnown = useCallback(
    (name: string): void => {
      known.current.add(name);
      if (known.current.size < fields || !place.current?.contains(document.activeElement)) return;
      place.current.closest('form')?.querySelector<HTMLElement>('input, select, textarea')?.focus();
    },
    [fields],
  );
  return { place, onKnown };
}
