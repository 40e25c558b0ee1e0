import { AsyncLocalStorage } from 'node:async_hooks';
import type { Actor, ContactActor } from './actor';

export type Language = 'de' | 'en';

/** What belongs to one request or one job: it follows every await without being passed along. */
export interface Context {
  readonly correlationId: string;
  /** Language of texts answered to the caller, from Accept-Language. */
  readonly language: Language;
  /** A request that by its method changes nothing; its reads may come from a replica. */
  readonly readsOnly?: boolean;
  /** Where the client is, as the trusted proxies report it: what limits count as one (`clientNetwork`); absent in jobs. */
  readonly address?: string;
  /** What the client calls itself, as it was sent; absent in jobs. */
  readonly userAgent?: string;
  /** The reason that staff give for a change; kept in the audit log. Set by the access guard, for staff only. */
  reason?: string;
  /** Set by the access guard from the verified session, never from what the caller sends. */
  actor?: Actor;
}

const storage = new AsyncLocalStorage<Context>();

export function runInContext<T>(context: Context, work: () => T): T {
  return storage.run(context, work);
}

export function currentContext(): Context | undefined {
  return storage.getStore();
}

export function currentLanguage(): Language {
  return storage.getStore()?.language ?? 'de';
}

/** By what limits count who has not logged in: the client's address; all whose address is unknown count together. */
export function currentAddress(): string {
  return storage.getStore()?.address ?? 'unknown';
}

/** The principal of the request under way; for handlers behind the access guard. */
export function currentActor(): Actor {
  const actor = storage.getStore()?.actor;
  if (!actor) throw new Error('Nobody has logged in.');
  return actor;
}

/** The same, for what only contacts may call. */
export function currentContact(): ContactActor {
  const actor = currentActor();
  if (actor.kind !== 'CONTACT') throw new Error('Only contacts may do this.');
  return actor;
}
