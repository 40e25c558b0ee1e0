import { randomInt } from 'node:crypto';
import request, { type Test } from 'supertest';
import { noteAnswer } from './answers';
import { e2eEnvironment } from './environment';

type Method = 'get' | 'head' | 'post' | 'put' | 'patch' | 'delete';

interface Credentials {
  readonly tenant: string;
  readonly email: string;
  readonly password: string;
}

/**
 * A caller of the portal. Each has a network address of its own, so that the limits per address stay switched on and
 * suites do not use up one another's.
 */
export class Api {
  private constructor(
    readonly address: string,
    readonly accessToken?: string,
    private readonly baseUrl = e2eEnvironment().baseUrl,
    private readonly cookie?: string,
    private readonly credentials?: Credentials,
  ) {}

  static anonymous(): Api {
    return new Api(`10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`);
  }

  /** Somebody who has not logged in, on a page of the portal. */
  static onPage(): Api {
    return Api.anonymous().withCookie('');
  }

  static async signIn(credentials: Credentials): Promise<Api> {
    const api = Api.anonymous();
    const { body } = await api.post('/auth/login').send(credentials).expect(200);
    const { accessToken } = body as { accessToken: string };
    return new Api(api.address, accessToken, undefined, undefined, credentials);
  }

  /** Somebody in a browser, on a page of the portal. */
  static async signInBrowser(credentials: Credentials): Promise<Api> {
    const api = Api.onPage();
    const { headers } = await api.post('/auth/browser-sessions').send(credentials).expect(201);
    return api.withCookie(cookieOf(headers));
  }

  /** Who has signed in with a password does it once more, in a browser. */
  inBrowser(): Promise<Api> {
    if (!this.credentials) throw new Error('Nobody knows the password.');
    return Api.signInBrowser(this.credentials);
  }

  /** The same caller with another access token. */
  withToken(accessToken: string): Api {
    return new Api(this.address, accessToken, this.baseUrl);
  }

  /** The same caller in a browser, on a page of the portal, with a cookie in place of a token. */
  withCookie(cookie: string): Api {
    return new Api(this.address, undefined, this.baseUrl, cookie);
  }

  /** The same caller at another instance of the program. */
  at(baseUrl: string): Api {
    return new Api(this.address, this.accessToken, baseUrl, this.cookie);
  }

  /** Paths of these are below /api/v1. */
  get(path: string): Test {
    return this.request('get', `/api/v1${path}`);
  }

  post(path: string): Test {
    return this.request('post', `/api/v1${path}`);
  }

  put(path: string): Test {
    return this.request('put', `/api/v1${path}`);
  }

  patch(path: string): Test {
    return this.request('patch', `/api/v1${path}`);
  }

  delete(path: string): Test {
    return this.request('delete', `/api/v1${path}`);
  }

  /** Changes what is read and changed at this path, whatever its version is. */
  async change(path: string, changes: object): Promise<void> {
    const { headers } = await this.get(path).expect(200);
    await this.patch(path).set('if-match', String(headers.etag)).send(changes).expect(200);
  }

  /** For what lies outside /api/v1, e.g. /health/live. */
  request(method: Method, path: string): Test {
    const test = request(this.baseUrl)[method](path).set('x-forwarded-for', this.address);
    test.on('response', ({ status }: { status: number }) => noteAnswer(method, path, status));
    return test.set(this.identity);
  }

  /** Headers that say who this is. */
  get identity(): Readonly<Record<string, string>> {
    if (this.accessToken !== undefined) return { authorization: `Bearer ${this.accessToken}` };
    if (this.cookie === undefined) return {};
    return { 'sec-fetch-site': 'same-origin', ...(this.cookie && { cookie: this.cookie }) };
  }
}

/** What a browser keeps of an answer and sends along from then on. */
export function cookieOf({ 'set-cookie': set }: Readonly<Record<string, unknown>>): string {
  const [cookie = ''] = set as string[];
  return cookie.split(';', 1)[0] ?? '';
}
