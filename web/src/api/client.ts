import createClient from 'openapi-fetch';
import { Problem, Unreachable } from './problems';
import type { paths } from './schema';

type AskToLogIn = () => Promise<boolean>;

let askToLogIn: AskToLogIn | undefined;

/** @param ask what is done when a request finds the session ended; it answers whether there is one again */
export function onSessionEnded(ask: AskToLogIn | undefined): void {
  askToLogIn = ask;
}

/** Every operation of the API, typed by its document. The browser sends the session's cookie by itself. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: send });

/** A request that finds the session ended waits for the next login and is sent once more. */
async function send(request: Request): Promise<Response> {
  request.headers.set('Accept-Language', document.documentElement.lang);
  const again = request.clone();
  const response = await reach(request);
  if (response.status !== 401 || !askToLogIn) return response;
  const { code } = (await response.clone().json()) as { code?: string };
  // Another code is about what was sent, e.g. a wrong password.
  if (code !== 'unauthenticated') return response;
  return (await askToLogIn()) ? reach(again) : response;
}

async function reach(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw new Unreachable(undefined, { cause: error });
  }
}

interface Answer<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** What was asked for. @throws Problem, Unreachable where a proxy answers in the program's place */
export function unwrap<Data>({ data, error, response }: Answer<Data>): NonNullable<Data> {
  if (response.ok) return data as NonNullable<Data>;
  const body = typeof error === 'object' && error !== null ? error : {};
  if (response.status >= 500 && !('detail' in body)) throw new Unreachable(`HTTP ${response.status}`);
  throw new Problem(response.status, body);
}
