import { useCallback, useMemo } from 'react';
import { DRAFT } from './forget-drafts';
import { useMe } from './me';

/** Where a form keeps what was typed and not yet sent. */
export interface DraftStore {
  read(): Readonly<Record<string, string>> | undefined;
  write(values: Readonly<Record<string, string>>): void;
  drop(): void;
}

/** What was typed in one form goes on in another, unless something stands there already. @returns whether it did */
export function useMoveDraft(): (from: string, to: string) => boolean {
  const { id } = useMe();
  return useCallback(
    (from, to) => {
      const [source, target] = [keyOf(id, from), keyOf(id, to)];
      const typed = localStorage.getItem(source);
      if (typed === null || localStorage.getItem(target) !== null) return false;
      localStorage.setItem(target, typed);
      localStorage.removeItem(source);
      return true;
    },
    [id],
  );
}

function keyOf(accountId: string, form: string): string {
  return `${DRAFT}${accountId}:${form}`;
}

/** @param form names the form, and what it is about, e.g. `reply:{ticket}` */
export function useDraft(form: string): DraftStore {
  const { id } = useMe();
  return useMemo(() => {
    const key = keyOf(id, form);
    return {
      read: () => JSON.parse(localStorage.getItem(key) ?? 'null') as Record<string, string> | undefined,
      write: (values) =>
        Object.values(values).some((value) => value !== '')
          ? localStorage.setItem(key, JSON.stringify(values))
          : localStorage.removeItem(key),
      drop: () => localStorage.removeItem(key),
    };
  }, [id, form]);
}
