import { randomInt } from 'node:crypto';
import request, { type Test } from 'supertest';
import { noteAnswer } from './answers';
import { e2eEnvironment } from './environment';

type Method = 'get' | 'head' | 'post' | 'put' | 'patch' | 'delete';

/**
 * A caller of the portal. Each has a network address of its own, so that the limits per address stay switched on and
 * suites do not use up one another's.
 */
export class Api {
  private constructor(
    readonly address: string,
    readonly accessToken?: string,
    private readonly baseUrl = e2eEnvironment().baseUrl,
  ) {}

  static anonymous(): Api {
    return new Api(`10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`);
  }

  static async signIn(credentials: { tenant: string; email: string; password: string }): Promise<Api> {
    const api = Api.anonymous();
    const { body } = await api.post('/auth/login').send(credentials).expect(200);
    return api.withToken((body as { accessToken: string }).accessToken);
  }

  /** The same caller with another access token. */
  withToken(accessToken: string): Api {
    return new Api(this.address, accessToken, this.baseUrl);
  }

  /** The same caller at another instance of the program. */
  at(baseUrl: string): Api {
    return new Api(this.address, this.accessToken, baseUrl);
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

  /** For what lies outside /api/v1, e.g. /health/live. */
  request(method: Method, path: string): Test {
    const test = request(this.baseUrl)[method](path).set('x-forwarded-for', this.address);
    test.on('response', ({ status }: { status: number }) => noteAnswer(method, path, status));
    return this.accessToken === undefined ? test : test.auth(this.accessToken, { type: 'bearer' });
  }
}
