import { api, unwrap } from '../api/client';
import type { components } from '../api/schema';
import { forgetDrafts } from './forget-drafts';
import { forgetSearches } from './last-search';

export type Me = components['schemas']['MeDto'];
export type Capability = Me['capabilities'][number];
/** What a tab tells the others: the id of the user who logged in, or the end of the session. */
type News = { readonly began: string } | 'ended';

/** The user of the session, read once; changed only here or in another tab, which broadcasts it. */
let known: Promise<Me | undefined> | undefined;
let accessEnded = false;
const channel = new BroadcastChannel('session');
channel.addEventListener('message', forgetCurrentUser);

export function currentUser(): Promise<Me | undefined> {
  known ??= read().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

/** The next call reads the user anew, e.g. because the language has been changed. */
export function forgetCurrentUser(): void {
  known = undefined;
}

/** Reads the user anew: a role, a shop or a price may have been changed. @returns whether anything is different */
export async function hasChanged(before: Me): Promise<boolean> {
  const now = await read();
  // Another user, or none, is handled elsewhere.
  if (now?.id !== before.id || JSON.stringify(now) === JSON.stringify(before)) return false;
  known = Promise.resolve(now);
  return true;
}

/** Whether the user of the ended session may not log in any more. */
export async function isAccessEnded(): Promise<boolean> {
  await read();
  return accessEnded;
}

/** The same, as it was when the user was read last. @param slug the tenant where this was, as far as this browser knows */
export function hadAccessAt(slug: string): boolean {
  return accessEnded && localStorage.tenant === slug;
}

export async function signIn(tenant: string, email: string, password: string): Promise<Me> {
  const body = { tenant, email, password };
  const me = taken(unwrap(await api.POST('/api/v1/auth/browser-sessions', { body })));
  if (!me) throw new Error('A login answers who has logged in.');
  known = Promise.resolve(me);
  channel.postMessage({ began: me.id } satisfies News);
  return me;
}

export async function signOut(me: Me): Promise<void> {
  unwrap(await api.DELETE('/api/v1/auth/browser-sessions'));
  forgetDrafts(me.id);
  clearCurrentUser();
  channel.postMessage('ended' satisfies News);
}

export function clearCurrentUser(): void {
  forgetSearches();
  known = Promise.resolve(undefined);
}

/** Calls the listener when another tab of this browser begins or ends the session. */
export function onSessionNews(listener: (news: News) => void): () => void {
  const onMessage = ({ data }: MessageEvent<News>): void => listener(data);
  channel.addEventListener('message', onMessage);
  return () => channel.removeEventListener('message', onMessage);
}

async function read(): Promise<Me | undefined> {
  return taken(unwrap(await api.GET('/api/v1/auth/browser-sessions')));
}

function taken(session: components['schemas']['BrowserSessionDto']): Me | undefined {
  accessEnded = session.accessEnded;
  if (!session.me) return undefined;
  // Once it has ended, a session does not say whose it was, and this address may be that of several tenants.
  localStorage.tenant = session.me.tenant.slug;
  return session.me;
}
