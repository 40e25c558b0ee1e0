import type { Query, QueryClient } from '@tanstack/react-query';
import { api } from './client';

export interface LiveEvent {
  /** E.g. `ticket.commented`, or `reset` where something was missed. */
  readonly type: string;
  readonly id?: string;
}

const AGAIN_AFTER_MS = 5_000;
const AT_ONCE_MS = 1_000;
/** Of a page that was open for longer before somebody logged in, nothing that it shows was read then. */
const READ_WITHIN_MS = 30_000;
/** Events are handled in batches: fifty changes by a colleague invalidate a list once, not fifty times. */
const BATCH_MS = 250;
/** The operations whose answers an event invalidates, by the first part of its type. */
const INVALIDATED_OPERATIONS: Record<string, RegExp> = {
  // What staff set up for tickets is none of what happens to them.
  ticket: /ticket(?!Categories|Filters)|overview/i,
  order: /order|accessories|overview/i,
  inbox: /inbox/i,
  customer: /customer|contact|device/i,
  'staff-user': /staffUser/i,
  'ticket-category': /ticketCategor/i,
  'canned-reply': /cannedRepl/i,
  settings: /getSettings/,
  import: /customer|contact|device|article|printer|accessor/i,
};

const leading = new Set<(event: LiveEvent) => void>();

/** Events in the one tab of a browser that holds the connection: for what must happen once per browser. @returns how to unsubscribe */
export function onLeadingEvents(listener: (event: LiveEvent) => void): () => void {
  leading.add(listener);
  return () => leading.delete(listener);
}

/** Where all tabs of a browser hear of events, the one that holds the connection on every further channel like this. */
export function eventChannel(area: 'portal' | 'staff'): BroadcastChannel {
  return new BroadcastChannel(`${area}-events`);
}

/**
 * Keeps the pages up to date. One tab of a browser holds the connection and broadcasts to the others; when it is closed, the
 * next takes over.
 * @param area whose stream it is: staff receive all events of their tenant, contacts those of their own records
 * @returns how to stop
 */
export function followEvents(queries: QueryClient, area: 'portal' | 'staff'): () => void {
  const stopped = new AbortController();
  const channel = eventChannel(area);
  const onEvent = batched((events) => refresh(queries, events));
  channel.onmessage = ({ data }: MessageEvent<LiveEvent>) => onEvent(data);
  const since = Date.now();
  const lead = (): Promise<void> => {
    // A tab that takes over from another one may have missed events between the two streams.
    const missed = Date.now() - since > AT_ONCE_MS;
    return listen(`/api/v1/${area}/events`, stopped.signal, missed, (event) => {
      onEvent(event);
      channel.postMessage(event);
      for (const listener of leading) listener(event);
    });
  };
  // Web Locks need a secure context: over plain http each tab holds a connection of its own.
  if ('locks' in navigator) {
    navigator.locks.request(`${area}-events`, { signal: stopped.signal }, lead).catch(() => undefined);
  } else void lead();
  return () => {
    stopped.abort();
    channel.close();
  };
}

/** Until it is stopped. @param missed whether events may have been missed before */
function listen(
  stream: string,
  signal: AbortSignal,
  missed: boolean,
  emit: (event: LiveEvent) => void,
): Promise<void> {
  return new Promise((resolve) => {
    let source: EventSource | undefined;
    let isStale = missed;
    const open = (): void => {
      if (signal.aborted) return;
      const readMsAgo = Math.ceil(Math.min(performance.now(), READ_WITHIN_MS));
      source = new EventSource(`${stream}?readMsAgo=${readMsAgo}`);
      source.onopen = () => {
        // The server sends what was missed since the page was read, and when the browser reconnects by itself.
        if (isStale) emit({ type: 'reset' });
        isStale = false;
      };
      source.onmessage = ({ data }: MessageEvent<string>) => emit(JSON.parse(data) as LiveEvent);
      source.addEventListener('reset', () => emit({ type: 'reset' }));
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

function batched(handle: (events: readonly LiveEvent[]) => void): (event: LiveEvent) => void {
  const batch: LiveEvent[] = [];
  return (event) => {
    if (batch.push(event) === 1) setTimeout(() => handle(batch.splice(0)), BATCH_MS);
  };
}

function refresh(queries: QueryClient, events: readonly LiveEvent[]): void {
  void queries.invalidateQueries({
    predicate: ({ queryKey }: Query) => events.some((event) => invalidates(event, queryKey)),
  });
}

function invalidates({ type, id }: LiveEvent, queryKey: readonly unknown[]): boolean {
  const [operation, params] = queryKey as [string, { id?: string; customerId?: string } | undefined];
  if (type === 'reset') return operation !== 'getPublicTenant';
  if (!INVALIDATED_OPERATIONS[type.split('.')[0] ?? '']?.test(operation)) return false;
  // It has many rows, and names none.
  if (type === 'import.applied') return true;
  // An event of a customer invalidates this customer's records only; orders and tickets do not name their customer here.
  if (type.startsWith('customer.') && params?.customerId !== undefined) return params.customerId === id;
  return params?.id === undefined || params.id === id || operation.includes('Accessories');
}
