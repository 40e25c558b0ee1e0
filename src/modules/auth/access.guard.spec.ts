import type { ExecutionContext } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Config } from '../../config/config';
import type { Actor } from '../../platform/context/actor';
import { type Context, runInContext } from '../../platform/context/context';
import { Audienced } from '../../platform/http/access';
import { SessionCookie } from '../../platform/http/browser/session-cookie';
import { clientNetwork } from '../../platform/http/client-network';
import { LeasedLimiter } from '../../platform/limits/leased-limiter';
import type { LimitsService } from '../../platform/limits/limits.service';
import { KeyRing } from '../../platform/secrets/key-ring';
import { AccessGuard } from './access.guard';
import { AccessTokens } from './access-tokens';
import { BrowserSessionStrategy } from './browser-session.strategy';
import type { BrowserSessions } from './browser-sessions';
import { JwtStrategy } from './jwt.strategy';
import type { OpenSessions } from './open-sessions';

class Routes {
  @Audienced('PUBLIC')
  public(): void {}

  @Audienced('AUTHENTICATED')
  anybody(): void {}

  @Audienced('STAFF')
  staff(): void {}

  @Audienced('ADMIN')
  admin(): void {}

  @Audienced('CONTACT')
  contact(): void {}

  undeclared(): void {}
}

const uuid = (digit: number): string => `00000000-0000-4000-8000-00000000000${digit}`;
const TENANT = uuid(0);
const person = { tenantId: TENANT, name: 'P', writes: 0, passwordChangeRequired: false };
const contact = { ...person, kind: 'CONTACT', customerId: uuid(9) } as const;
const ACTORS = {
  admin: { ...person, id: uuid(1), sessionId: uuid(1), kind: 'STAFF', role: 'ADMIN' },
  agent: { ...person, id: uuid(2), sessionId: uuid(2), kind: 'STAFF', role: 'AGENT' },
  mainUser: { ...contact, id: uuid(3), sessionId: uuid(3), role: 'MAIN_USER' },
  // Whatever a role is called, only staff are staff.
  impostor: { ...contact, id: uuid(4), sessionId: uuid(4), role: 'ADMIN' as never },
} satisfies Record<string, Actor>;
type Name = keyof typeof ACTORS;
const NAMES = Object.keys(ACTORS) as Name[];

const cookie = new SessionCookie({ publicUrl: 'http://127.0.0.1' } as Config);
const tokens = new AccessTokens(new JwtService(), new KeyRing({ secretKeys: ['secret'] } as never));

interface Ask {
  readonly as?: Name | 'forger';
  readonly by?: 'cookie';
  readonly url?: string;
  readonly ip?: string;
}

/** A guard with its own counters and with what the database would say of the sessions. */
class Scene {
  readonly sessions = new Map<string, Actor>(Object.values(ACTORS).map((actor) => [actor.sessionId, actor]));
  readonly context: Context = { correlationId: 'c', language: 'de' };
  readonly headers: Record<string, unknown> = {};
  private readonly guard: AccessGuard;

  constructor(limits: { principal?: number; address?: number } = {}) {
    new JwtStrategy(tokens, {
      actorOf: async ({ sessionId }: { sessionId: string }) => this.sessions.get(sessionId),
    } as unknown as OpenSessions);
    new BrowserSessionStrategy(cookie, {
      actorOf: async (secret: string) => this.sessions.get(secret),
    } as unknown as BrowserSessions);
    const limiter = (points: number): LeasedLimiter =>
      new LeasedLimiter(new RateLimiterMemory({ points, duration: 60 }), points);
    this.guard = new AccessGuard({
      perMinute: (name: 'principal' | 'address') => limiter(limits[name] ?? 100),
    } as unknown as LimitsService);
  }

  /** `true`, or the code of the refusal. */
  async ask(route: keyof Routes, { url = '/api/v1/x', ip = '192.0.2.1', ...who }: Ask = {}) {
    const request = { routeOptions: { url }, headers: headersOf(who) };
    Object.assign(this.context, { address: clientNetwork(ip) });
    const answer = runInContext(this.context, () => this.activate(route, request));
    return answer.catch((error: unknown) => (error as Error).message);
  }

  activate(route: keyof Routes, request: object): Promise<boolean> {
    const reply = {
      header: (name: string, value: unknown) => {
        this.headers[name] = value;
        return reply;
      },
    };
    return this.guard.canActivate({
      getHandler: () => Routes.prototype[route],
      getClass: () => Routes,
      switchToHttp: () => ({ getRequest: () => request, getResponse: () => reply }),
    } as unknown as ExecutionContext);
  }
}

function headersOf({ as, by }: Ask): object {
  if (!as) return {};
  const { id, sessionId } = as === 'forger' ? { id: 'nobody', sessionId: 'nobody' } : ACTORS[as];
  if (by === 'cookie') return { cookie: `session=${sessionId}` };
  const token = as === 'forger' ? 'x.y.z' : tokens.sign({ sub: id, tid: TENANT, sid: sessionId });
  return { authorization: `Bearer ${token}` };
}

describe('A route', () => {
  const admitted = async (route: keyof Routes): Promise<Name[]> => {
    const scene = new Scene();
    const answers = await Promise.all(NAMES.map((as) => scene.ask(route, { as })));
    return NAMES.filter((_, index) => answers[index] === true);
  };

  it.each([
    ['public', NAMES],
    ['anybody', NAMES],
    ['staff', ['admin', 'agent']],
    ['admin', ['admin']],
    ['contact', ['mainUser', 'impostor']],
    ['undeclared', []],
  ] as const)('that is for %s opens to %j', async (route, expected) => {
    expect(await admitted(route)).toEqual(expected);
  });

  it('is closed to the others, and says so', async () => {
    expect(await new Scene().ask('staff', { as: 'mainUser' })).toBe('forbidden');
    expect(await new Scene().ask('undeclared', { as: 'admin' })).toBe('forbidden');
    expect(await new Scene().ask('undeclared')).toBe('forbidden');
  });

  it('needs a token of an open session, unless it is public', async () => {
    const scene = new Scene();
    expect(await scene.ask('public')).toBe(true);
    expect(await scene.ask('anybody')).toBe('unauthenticated');
    expect(await scene.ask('anybody', { as: 'forger' })).toBe('unauthenticated');
    scene.sessions.delete(ACTORS.agent.sessionId);
    expect(await scene.ask('anybody', { as: 'agent' })).toBe('unauthenticated');
  });

  it('takes the cookie of a browser in place of a token', async () => {
    const scene = new Scene();
    expect(await scene.ask('staff', { as: 'agent', by: 'cookie' })).toBe(true);
    expect(await scene.ask('staff', { as: 'mainUser', by: 'cookie' })).toBe('forbidden');
    expect(await scene.ask('staff', { as: 'forger', by: 'cookie' })).toBe('unauthenticated');
  });

  it('knows the principal, from the session', async () => {
    const scene = new Scene();
    await scene.ask('anybody', { as: 'mainUser' });
    expect(scene.context.actor).toEqual(ACTORS.mainUser);
  });

  it('is not called for callers without permission', async () => {
    const scene = new Scene();
    await scene.ask('admin', { as: 'agent' });
    expect(scene.context.actor).toBeUndefined();
  });

  it('allows nothing but a change of password after a login with an initial password', async () => {
    const scene = new Scene();
    scene.sessions.set(ACTORS.admin.sessionId, { ...ACTORS.admin, passwordChangeRequired: true });
    expect(await scene.ask('anybody', { as: 'admin' })).toBe(true);
    expect(await scene.ask('admin', { as: 'admin' })).toBe('auth.password-change-required');
    expect(await scene.ask('staff', { as: 'admin' })).toBe('auth.password-change-required');
  });

  it('tells a failure of the session check from a bad token', async () => {
    const scene = new Scene();
    scene.sessions.get = () => {
      throw new Error('The database is away.');
    };
    expect(await scene.ask('staff', { as: 'admin' })).toBe('The database is away.');
  });

  it('does not run outside a request', async () => {
    const call = new Scene().activate('staff', { headers: headersOf({ as: 'admin' }) });
    await expect(call).rejects.toThrow('The request has no context.');
  });
});

describe('The limit on requests', () => {
  it('counts people, wherever they are', async () => {
    const scene = new Scene({ principal: 2 });
    const one = await scene.ask('staff', { as: 'admin', ip: '192.0.2.1' });
    const two = await scene.ask('staff', { as: 'admin', ip: '192.0.2.2' });
    const three = await scene.ask('staff', { as: 'admin', ip: '192.0.2.3' });
    expect([one, two, three]).toEqual([true, true, 'too-many-requests']);
    expect(await scene.ask('staff', { as: 'agent', ip: '192.0.2.3' })).toBe(true);
  });

  it('counts requests that are refused, too', async () => {
    const scene = new Scene({ principal: 1 });
    expect(await scene.ask('admin', { as: 'agent' })).toBe('forbidden');
    expect(await scene.ask('admin', { as: 'agent' })).toBe('too-many-requests');
  });

  it('counts unauthenticated requests by address', async () => {
    const scene = new Scene({ address: 1 });
    expect(await scene.ask('public', { ip: '192.0.2.1' })).toBe(true);
    expect(await scene.ask('public', { ip: '192.0.2.1' })).toBe('too-many-requests');
    expect(await scene.ask('public', { ip: '192.0.2.2' })).toBe(true);
  });

  it('counts an IPv6 network as one address', async () => {
    const scene = new Scene({ address: 1 });
    expect(await scene.ask('public', { ip: '2001:db8::1' })).toBe(true);
    expect(await scene.ask('public', { ip: '2001:db8::2' })).toBe('too-many-requests');
    expect(await scene.ask('staff', { as: 'forger', ip: '2001:db8::3' })).toBe('too-many-requests');
  });

  it('does not limit authenticated callers when the limit of their address is used up', async () => {
    const scene = new Scene({ address: 1 });
    await scene.ask('public');
    expect(await scene.ask('public')).toBe('too-many-requests');
    expect(await scene.ask('staff', { as: 'agent' })).toBe(true);
  });

  it('does not count pages, which are counted before', async () => {
    const scene = new Scene({ address: 1 });
    await scene.ask('public', { url: '/docs/api/' });
    expect(await scene.ask('public', { url: '/' })).toBe(true);
    expect(scene.headers).toEqual({});
  });

  it('counts worthless tokens against their address', async () => {
    const scene = new Scene({ address: 1 });
    expect(await scene.ask('staff', { as: 'forger' })).toBe('unauthenticated');
    expect(await scene.ask('staff', { as: 'forger' })).toBe('too-many-requests');
  });

  it('is in the headers of every answer, with Retry-After in a refusal', async () => {
    const scene = new Scene({ principal: 2 });
    await scene.ask('staff', { as: 'admin' });
    expect(scene.headers).toEqual({ 'RateLimit-Limit': 2, 'RateLimit-Remaining': 1, 'RateLimit-Reset': 60 });
    await scene.ask('staff', { as: 'admin' });
    const refused = scene.activate('staff', { headers: headersOf({ as: 'admin' }) });
    await expect(refused).rejects.toMatchObject({
      details: { retryAfter: 60, values: { time: { de: 'in einer Minute', en: 'in a minute' } } },
    });
  });
});
