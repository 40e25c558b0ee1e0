import type { Caller } from './callers';
import { PASSWORD } from './data/people';
import { SEARCHED } from './data/tickets';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Where it takes something from the answer to the request before, of that answer. */
  readonly body?: string | ((before: string) => string);
}

/** What is measured. */
export interface Operation {
  readonly name: string;
  readonly kind: 'read' | 'write';
  /** Whether the bare server knows it. */
  readonly isCompared: boolean;
  /** Statements that it may take for a request, in the mean. */
  readonly mostQueries: number;
  /** What a caller sends, one after the other. */
  requestsOf(caller: Caller): HttpRequest[];
}

const PORTAL = '/api/v1/portal';
const STAFF = '/api/v1/staff';

function get({ token }: Caller, path: string): HttpRequest {
  return { method: 'GET', path: PORTAL + path, headers: { authorization: `Bearer ${token}` } };
}

function getAsStaff({ staffToken }: Caller, path: string): HttpRequest {
  return { method: 'GET', path: STAFF + path, headers: { authorization: `Bearer ${staffToken}` } };
}

function send(
  { token }: Caller,
  method: 'POST' | 'PUT',
  path: string,
  body: object | ((before: string) => object),
): HttpRequest {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return {
    method,
    path: PORTAL + path,
    headers,
    body: typeof body === 'function' ? (before) => JSON.stringify(body(before)) : JSON.stringify(body),
  };
}

/** Read without parsing all of the answer: what sends must not be what is measured. */
const VERSION = /"version":"([\w.-]+)"/;

const QUANTITY = 2;

export const OPERATIONS: readonly Operation[] = [
  {
    name: 'running tickets',
    kind: 'read',
    isCompared: true,
    mostQueries: 4,
    requestsOf: (caller) => [get(caller, '/tickets')],
  },
  {
    name: 'ticket with comments',
    kind: 'read',
    isCompared: false,
    mostQueries: 4.5,
    requestsOf: (caller) => [
      get(caller, `/tickets/${caller.ticketId}`),
      get(caller, `/tickets/${caller.ticketId}/comments`),
    ],
  },
  {
    name: 'search',
    kind: 'read',
    isCompared: true,
    mostQueries: 4,
    requestsOf: (caller) => [get(caller, `/tickets?search=${SEARCHED}`)],
  },
  {
    name: 'overview',
    kind: 'read',
    isCompared: false,
    mostQueries: 5,
    requestsOf: (caller) => [get(caller, '/overview')],
  },
  {
    name: 'articles',
    kind: 'read',
    isCompared: false,
    mostQueries: 3,
    requestsOf: (caller) => [get(caller, '/online-shop/articles')],
  },
  {
    name: 'printer with accessories',
    kind: 'read',
    isCompared: false,
    mostQueries: 4.5,
    requestsOf: (caller) => [
      get(caller, `/printer-shop/printers/${caller.printerId}`),
      get(caller, `/printer-shop/printers/${caller.printerId}/accessories`),
    ],
  },
  {
    name: 'queue of staff',
    kind: 'read',
    isCompared: false,
    mostQueries: 4,
    requestsOf: (caller) => [getAsStaff(caller, '/tickets?assigneeId=none')],
  },
  {
    name: 'everything that staff find',
    kind: 'read',
    isCompared: false,
    mostQueries: 3,
    requestsOf: (caller) => [getAsStaff(caller, `/search?q=${SEARCHED}`)],
  },
  {
    name: 'tickets by month',
    kind: 'read',
    isCompared: false,
    mostQueries: 3,
    requestsOf: (caller) => [getAsStaff(caller, '/statistics/tickets?months=12')],
  },
  {
    // A submission empties the cart, so the two belong together.
    name: 'fill cart, submit order',
    kind: 'write',
    isCompared: true,
    mostQueries: 9,
    requestsOf: (caller) => [
      send(caller, 'PUT', `/online-shop/cart/items/${caller.articleId}`, { quantity: QUANTITY }),
      send(caller, 'POST', '/online-shop/submissions', (cart) => ({
        mode: 'ORDER',
        cartVersion: VERSION.exec(cart)?.[1],
        expectedTotalNetCents: caller.netPriceCents * QUANTITY,
        reference: 'PO-4711',
      })),
    ],
  },
  {
    name: 'create ticket',
    kind: 'write',
    isCompared: true,
    mostQueries: 7,
    requestsOf: (caller) => [
      send(caller, 'POST', '/tickets', {
        subject: 'Drucker im Empfang druckt nicht',
        description: 'Seit heute früh kommt nur leeres Papier. Neu gestartet haben wir ihn schon.',
      }),
    ],
  },
  {
    name: 'login',
    kind: 'write',
    isCompared: false,
    mostQueries: 11,
    requestsOf: ({ tenant, email }) => [
      {
        method: 'POST',
        path: '/api/v1/auth/login',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ tenant, email, password: PASSWORD }),
      },
    ],
  },
];
