import { useMemo } from 'react';
import { DRAFT } from './forget-drafts';
import { useMe } from './me';

/** Where a form keeps what was typed and not yet sent. */
export interface DraftStore {
  read(): Readonly<Record<string, string>> | undefined;
  write(values: Readonly<Record<string, string>>): void;
  drop(): void;
}

/** @param form names the form, and what it is about, e.g. `reply:{ticket}` */
export function useDraft(form: string): DraftStore {
  const { id } = useMe();
  return useMemo(() => {
    const key = `${DRAFT}${id}:${form}`;
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
