import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { PASSWORD, PEOPLE, type PortalInBrowser, type Role, SLUG } from './browser';

/** How long a page that somebody looks at takes to show what somebody else did, without being reloaded. */
export interface LiveResult {
  readonly name: string;
  /** Milliseconds from before the change is sent until it is seen. */
  readonly median: number;
  readonly slowest: number;
}

interface Change {
  readonly name: string;
  readonly seenBy: Role;
  /** @param ticketId one of the contact's */
  path(ticketId: string): string;
  /** Makes the text appear. */
  make(callers: Readonly<Record<Role, Caller>>, ticketId: string, text: string): Promise<unknown>;
}

type Caller = (method: string, path: string, body?: object, etag?: string) => Promise<Response>;

const TIMES = 15;
const LOOKS_EVERY_MS = 10;
const GIVEN_UP_AFTER_MS = 30_000;
const CHANGES: readonly Change[] = [
  {
    name: 'a subject that staff change, in the list of the contact',
    seenBy: 'contact',
    path: () => `/p/${SLUG}/tickets`,
    make: async ({ staff }, id, subject) => {
      const ticket = await staff('GET', `/staff/tickets/${id}`);
      await staff('PATCH', `/staff/tickets/${id}`, { subject }, ticket.headers.get('etag') ?? '');
    },
  },
  {
    name: 'an answer of staff, in the ticket of the contact',
    seenBy: 'contact',
    path: (id) => `/p/${SLUG}/tickets/${id}`,
    make: ({ staff }, id, body) =>
      staff('POST', `/staff/tickets/${id}/comments`, { body, visibility: 'PUBLIC' }),
  },
  {
    name: 'a new ticket of a contact, in the list of staff',
    seenBy: 'staff',
    path: () => `/staff/${SLUG}/tickets?view=all`,
    make: ({ contact }, _, subject) => contact('POST', '/portal/tickets', { subject, description: '.' }),
  },
];

/** One change after the other, each seen before the next. */
export async function measureLive(portal: PortalInBrowser): Promise<LiveResult[]> {
  const callers = {
    contact: await callerOf(portal.baseUrl, 'contact'),
    staff: await callerOf(portal.baseUrl, 'staff'),
  };
  const own = await callers.contact('GET', '/portal/tickets?status=NEW,IN_PROGRESS&limit=1');
  const { items } = (await own.json()) as { items: readonly { id: string }[] };
  const [ticket] = items;
  if (!ticket) throw new Error('The contact of the demo data has no ticket that is open.');
  const results: LiveResult[] = [];
  for (const change of CHANGES) {
    const context = await portal.open(change.seenBy);
    const page = await context.newPage();
    const stream = page.waitForResponse(/\/events\?/);
    await page.goto(change.path(ticket.id), { waitUntil: 'networkidle' });
    await stream;
    const times: number[] = [];
    for (let i = 0; i < TIMES; i++) {
      times.push(await timeUntilSeen(page, (text) => change.make(callers, ticket.id, text)));
    }
    times.sort((a, b) => a - b);
    results.push({
      name: change.name,
      median: times[Math.floor(TIMES / 2)] ?? NaN,
      slowest: times.at(-1) ?? NaN,
    });
    await context.close();
  }
  return results;
}

async function timeUntilSeen(page: Page, make: (text: string) => Promise<unknown>): Promise<number> {
  const text = `Änderung ${Date.now()}`;
  const since = performance.now();
  await make(text);
  // Closer than a locator looks, which waits half a second between two looks.
  while (!(await page.evaluate<boolean>(`document.body.textContent.includes('${text}')`))) {
    if (performance.now() - since > GIVEN_UP_AFTER_MS) throw new Error(`"${text}" was never seen.`);
    await sleep(LOOKS_EVERY_MS);
  }
  return Math.round(performance.now() - since);
}

/** @throws where an answer is no success */
async function callerOf(baseUrl: string, role: Role): Promise<Caller> {
  const send = async (
    method: string,
    path: string,
    body?: object,
    more: Record<string, string> = {},
  ): Promise<Response> => {
    const response = await fetch(`${baseUrl}/api/v1${path}`, {
      method,
      headers: { ...(body && { 'content-type': 'application/json' }), ...more },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return response;
  };
  const { email } = PEOPLE[role];
  const login = await send('POST', '/auth/login', { tenant: SLUG, email, password: PASSWORD });
  const { accessToken } = (await login.json()) as { accessToken: string };
  const authorization = `Bearer ${accessToken}`;
  return (method, path, body, etag) =>
    send(method, path, body, { authorization, ...(etag && { 'if-match': etag }) });
}
