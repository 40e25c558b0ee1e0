import type { Query, QueryClient } from '@tanstack/react-query';
import { api } from './client';

export interface LiveEvent {
  /** E.g. `ticket.commented`, or `reset` where something was missed. */
  readonly type: string;
  readonly id?: string;
}

const AGAIN_AFTER_MS = 5_000;
const AT_ONCE_MS = 1_000;
/** Events of a moment are dealt with together: fifty changes by a colleague make a list old once, not fifty times. */
const MOMENT_MS = 250;
/** Which operations' answers an event makes old, by what it is about. */
const CONCERNS: Record<string, RegExp> = {
  // What staff set up for tickets is none of what happens to them.
  ticket: /ticket(?!Categories|Filters)|overview/i,
  order: /order|accessories|overview/i,
  inbox: /inbox/i,
  customer: /customer|contact|device/i,
  import: /customer|contact|device|article|printer|accessor/i,
};

const leading = new Set<(event: LiveEvent) => void>();

/** What happens, in the one tab of a browser that is told by the server: for what is to be done once. @returns how to stop */
export function onLeadingEvents(listener: (event: LiveEvent) => void): () => void {
  leading.add(listener);
  return () => leading.delete(listener);
}

/**
 * Keeps what is shown up to date. One tab of a browser holds the one connection and tells the others; when it is closed,
 * the next takes over.
 * @param area whose stream it is: staff hear of everything at their tenant, contacts of what is theirs
 * @returns how to stop
 */
export function followEvents(queries: QueryClient, area: 'portal' | 'staff'): () => void {
  const stopped = new AbortController();
  const channel = new BroadcastChannel(`${area}-events`);
  const hear = gathering((events) => refresh(queries, events));
  channel.onmessage = ({ data }: MessageEvent<LiveEvent>) => hear(data);
  const since = Date.now();
  const lead = (): Promise<void> => {
    // Who has waited for another tab's end does not know what happened between the two streams.
    const missed = Date.now() - since > AT_ONCE_MS;
    return listen(`/api/v1/${area}/events`, stopped.signal, missed, (event) => {
      hear(event);
      channel.postMessage(event);
      for (const listener of leading) listener(event);
    });
  };
  // Without it, in a browser that is asked over http from afar, each tab listens for itself.
  if ('locks' in navigator) {
    navigator.locks.request(`${area}-events`, { signal: stopped.signal }, lead).catch(() => undefined);
  } else void lead();
  return () => {
    stopped.abort();
    channel.close();
  };
}

/** Until it is stopped. @param missed whether something may have happened that nobody has told */
function listen(
  stream: string,
  signal: AbortSignal,
  missed: boolean,
  tell: (event: LiveEvent) => void,
): Promise<void> {
  return new Promise((resolve) => {
    let source: EventSource | undefined;
    let isStale = missed;
    const open = (): void => {
      if (signal.aborted) return;
      source = new EventSource(stream);
      source.onopen = () => {
        // A stream that the browser takes up again tells by itself what happened in between; a new one does not know.
        if (isStale) tell({ type: 'reset' });
        isStale = false;
      };
      source.onmessage = ({ data }: MessageEvent<string>) => tell(JSON.parse(data) as LiveEvent);
      source.addEventListener('reset', () => tell({ type: 'reset' }));
      source.onerror = () => {
        if (source?.readyState !== EventSource.CLOSED) return;
        isStale = true;
        // Refused for good: perhaps the session has ended, which this request finds out and sees to.
        void api
          .GET('/api/v1/auth/me')
          .catch(() => undefined)
          .then(() => setTimeout(open, AGAIN_AFTER_MS));
      };
    };
    signal.addEventListener('abort', () => {
      source?.close();
      resolve();
    });
    open();
  });
}

function gathering(deal: (events: readonly LiveEvent[]) => void): (event: LiveEvent) => void {
  const gathered: LiveEvent[] = [];
  return (event) => {
    if (gathered.push(event) === 1) setTimeout(() => deal(gathered.splice(0)), MOMENT_MS);
  };
}

function refresh(queries: QueryClient, events: readonly LiveEvent[]): void {
  void queries.invalidateQueries({
    predicate: ({ queryKey }: Query) => events.some((event) => makesOld(event, queryKey)),
  });
}

function makesOld({ type, id }: LiveEvent, queryKey: readonly unknown[]): boolean {
  const [operation, params] = queryKey as [string, { id?: string; customerId?: string } | undefined];
  if (type === 'reset') return operation !== 'getPublicTenant';
  if (!CONCERNS[type.split('.')[0] ?? '']?.test(operation)) return false;
  // It has many rows, and names none.
  if (type === 'import.applied') return true;
  // Of what belongs to a customer: to this one. An order or a ticket does not say whose it is, so it is about each.
  if (type.startsWith('customer.') && params?.customerId !== undefined) return params.customerId === id;
  return params?.id === undefined || params.id === id || operation.includes('Accessories');
}
