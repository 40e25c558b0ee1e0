import { api, unwrap } from '../api/client';
import type { components } from '../api/schema';
import { forgetDrafts } from './forget-drafts';

export type Me = components['schemas']['MeDto'];
export type Capability = Me['capabilities'][number];
/** Who has logged in, or that nobody is. */
type News = { readonly began: string } | 'ended';

/** Who is logged in, asked once; what changes it is done here or in another tab, which says so. */
let known: Promise<Me | undefined> | undefined;
const channel = new BroadcastChannel('session');
channel.addEventListener('message', forgetWhoIsHere);

export function whoIsHere(): Promise<Me | undefined> {
  known ??= read().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

/** What is known is old, e.g. because the language has been changed. */
export function forgetWhoIsHere(): void {
  known = undefined;
}

/** Asks anew who somebody is by now: a role, a shop or a price may have been changed. @returns whether anything is different */
export async function hasChanged(before: Me): Promise<boolean> {
  const now = await read();
  // That somebody else is here, or nobody, is found out elsewhere.
  if (now?.id !== before.id || JSON.stringify(now) === JSON.stringify(before)) return false;
  known = Promise.resolve(now);
  return true;
}

export async function signIn(tenant: string, email: string, password: string): Promise<Me> {
  const body = { tenant, email, password };
  const { me } = unwrap(await api.POST('/api/v1/auth/browser-sessions', { body }));
  if (!me) throw new Error('A login answers who has logged in.');
  known = Promise.resolve(me);
  channel.postMessage({ began: me.id } satisfies News);
  return me;
}

export async function signOut(me: Me): Promise<void> {
  unwrap(await api.DELETE('/api/v1/auth/browser-sessions'));
  forgetDrafts(me.id);
  nobodyIsHere();
  channel.postMessage('ended' satisfies News);
}

export function nobodyIsHere(): void {
  known = Promise.resolve(undefined);
}

/** What another tab of this browser has done with the session. */
export function onSessionNews(listener: (news: News) => void): () => void {
  const hear = ({ data }: MessageEvent<News>): void => listener(data);
  channel.addEventListener('message', hear);
  return () => channel.removeEventListener('message', hear);
}

async function read(): Promise<Me | undefined> {
  const { me } = unwrap(await api.GET('/api/v1/auth/browser-sessions'));
  return me ?? undefined;
}
