import { useShortcuts } from '../shortcuts';
import type { Ticket } from './queries';

/** j and k go from row to row, x chooses the one where somebody is; Enter opens it, as it is a link. */
export function useRowKeys(tickets: readonly Ticket[], onToggle: (id: string) => void): void {
  const go = (steps: 1 | -1): void => {
    const at = tickets.findIndex(({ id }) => id === rowAt());
    const next = tickets[at < 0 && steps < 0 ? tickets.length - 1 : at + steps];
    if (next) document.querySelector<HTMLElement>(`[data-id="${next.id}"] a`)?.focus();
  };
  useShortcuts({
    j: () => go(1),
    k: () => go(-1),
    x: () => {
      const id = rowAt();
      if (id) onToggle(id);
    },
  });
}

/** In which row the focus is. */
function rowAt(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-id]')?.dataset.id;
}
