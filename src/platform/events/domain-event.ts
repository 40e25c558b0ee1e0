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

export interface EventType<Payload extends object> {
  readonly name: string;
  /** Only for the compiler: never set. */
  readonly payload?: Payload;
}

/** An event as its handlers get it. */
export type EventOf<Type> = Type extends EventType<infer Payload> ? Readonly<Payload> & EventEnvelope : never;

/** Declares an event in the past tense, e.g. `defineEvent<{ ticketId: string }>('ticket.created')`. Ids and primitives only. */
export function defineEvent<Payload extends object>(name: string): EventType<Payload> {
  return { name };
}
