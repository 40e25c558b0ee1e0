import { useCallback, useMemo } from 'react';
import { DRAFT } from './forget-drafts';
import { useMe } from './me';

/** By the name of the field; `FILES` are the files that go with it. */
type Texts = Readonly<Record<string, string>>;

/** No field of a form: whoever uploads writes it beside what is typed. */
export const FILES = 'files';

/** Where a form keeps what was typed and not yet sent. */
export interface DraftStore {
  /** Tells it from all others. */
  readonly key: string;
  read(): Texts | undefined;
  /**
   * What is not named stays as it was.
   * @param changed the fields that somebody has just changed here
   */
  write(values: Texts, changed: readonly string[]): void;
  drop(): void;
  /** While it is being sent, what another tab does to it is not taken over. */
  hold(sending: boolean): void;
  /** @param take is told what another tab has made of it; nothing: it was sent there. @returns how to stop */
  follow(take: (values: Texts | undefined) => void): () => void;
}

/** What was typed in one form goes on in another, unless something stands there already. @returns whether it did */
export function useMoveDraft(): (from: string, to: string) => boolean {
  const { id } = useMe();
  return useCallback(
    (from, to) => {
      const [source, target] = [keyOf(id, from), keyOf(id, to)];
      const typed = stored(source);
      if (typed === null || stored(target) !== null) return false;
      localStorage.setItem(target, typed);
      localStorage.removeItem(source);
      sessionStorage.removeItem(source);
      return true;
    },
    [id],
  );
}

function keyOf(accountId: string, form: string): string {
  return `${DRAFT}${accountId}:${form}`;
}

/** All tabs share one draft, but for a tab in which something else is being written: that has its own. */
function stored(key: string): string | null {
  return sessionStorage.getItem(key) ?? localStorage.getItem(key);
}

function parsed(text: string | null): Texts | undefined {
  return text === null ? undefined : (JSON.parse(text) as Texts);
}

/** @param form names the form, and what it is about, e.g. `reply:{ticket}` */
export function useDraft(form: string): DraftStore {
  const { id } = useMe();
  return useMemo(() => draftAt(keyOf(id, form)), [id, form]);
}

function draftAt(key: string): DraftStore {
  /** What was typed here since the page was opened, or before where that is written apart. */
  let typed: Texts = parsed(sessionStorage.getItem(key)) ?? {};
  let held = false;
  const place = (): Storage => (sessionStorage.getItem(key) === null ? localStorage : sessionStorage);
  return {
    key,
    read: () => parsed(stored(key)),
    write: (values, changed) => {
      typed = { ...typed, ...Object.fromEntries(changed.map((name) => [name, values[name] ?? ''])) };
      // What belongs to no field that is shown stays: files, choices.
      const all = { ...parsed(stored(key)), ...values };
      // What is written apart stays so, even where nothing is left of it.
      if (place() === sessionStorage || Object.values(all).some((value) => value !== '')) {
        place().setItem(key, JSON.stringify(all));
      } else localStorage.removeItem(key);
    },
    drop: () => {
      typed = {};
      place().removeItem(key);
    },
    hold: (sending) => {
      held = sending;
    },
    follow: (take) => {
      const hear = ({ key: changed, storageArea, oldValue, newValue }: StorageEvent): void => {
        if (changed !== key || storageArea !== localStorage || localStorage.getItem(key) !== newValue) return;
        const there = parsed(newValue ?? oldValue) ?? {};
        const isThere = ([name, value]: [string, string]): boolean => (there[name] ?? '').includes(value);
        if (!held && Object.entries(typed).every(isThere)) {
          sessionStorage.removeItem(key);
          if (newValue === null) typed = {};
          take(parsed(newValue));
        } else if (newValue !== null && place() === localStorage) {
          // As it stood in this tab until now.
          sessionStorage.setItem(key, oldValue ?? '{}');
        }
      };
      addEventListener('storage', hear);
      return () => removeEventListener('storage', hear);
    },
  };
}
