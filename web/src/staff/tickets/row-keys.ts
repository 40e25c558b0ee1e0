import type { Neighbours } from '../neighbours';
import { useShortcuts } from '../shortcuts';
import type { Ticket } from './queries';

/** Those before and after the ticket that was open last; the keys of the list continue there. */
let lastNeighbours: Neighbours = {};

export function rememberNeighbours(neighbours: Neighbours): void {
  lastNeighbours = neighbours;
}

/** j and k go from row to row, x chooses the one where somebody is; Enter opens it, as it is a link. */
export function useRowKeys(tickets: readonly Ticket[], onToggle: (id: string) => void): void {
  const go = (steps: 1 | -1): void => {
    const at = tickets.findIndex(({ id }) => id === rowAt());
    const awaited = steps > 0 ? lastNeighbours.next : lastNeighbours.previous;
    const next =
      at >= 0
        ? tickets[at + steps]
        : (tickets.find(({ id }) => id === awaited) ?? tickets.at(steps > 0 ? 0 : -1));
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
