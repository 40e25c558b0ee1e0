/** What every event carries besides its own ids and primitives. */
export interface EventEnvelope {
  readonly eventId: string;
  readonly tenantId: string;
  /** RFC 3339, UTC. */
  readonly occurredAt: string;
  readonly correlationId: string;
  /** The principal who caused it; absent where the program itself did. */
  readonly actorId?: string;
}

/** @template Made what those who join the publishing transaction are handed besides, so that nobody reads it back */
export interface EventType<Payload extends object, Made extends unknown[] = []> {
  readonly name: string;
  /** Only for the compiler: never set. */
  readonly payload?: Payload;
  readonly made?: Made;
}

/** An event as its handlers get it. */
export type EventOf<Type> =
  Type extends EventType<infer Payload, unknown[]> ? Readonly<Payload> & EventEnvelope : never;

/** Declares an event in the past tense, e.g. `defineEvent<{ ticketId: string }>('ticket.created')`. Ids and primitives only. */
export function defineEvent<Payload extends object, Made extends unknown[] = []>(
  name: string,
): EventType<Payload, Made> {
  return { name };
}
