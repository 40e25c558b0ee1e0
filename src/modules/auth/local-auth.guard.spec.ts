import type { ExecutionContext } from '@nestjs/common';
import type { DomainError } from '../../platform/errors';
import { loginFailed } from './auth.errors';
import { LocalAuthGuard } from './local-auth.guard';
import { LocalStrategy } from './local.strategy';
import type { LoginService, VerifiedLogin } from './login.service';

const LOGIN: VerifiedLogin = { tenantId: 't', accountId: 'a' };
const BODY = { tenant: 'musterhaus', email: 'erika@example.org', password: 'right' };

interface Request {
  body: unknown;
  query?: unknown;
  user?: unknown;
}

/** The principal that logs in with the body, or the error. */
async function login(request: Request): Promise<unknown> {
  const verify: LoginService['verify'] = async (tenant, email, password) => {
    if (password === 'unsure') return undefined as never;
    if (password === 'failing') throw new Error('The database is away.');
    if (tenant !== BODY.tenant || email !== BODY.email || password !== BODY.password) throw loginFailed();
    return LOGIN;
  };
  new LocalStrategy({ verify } as LoginService);
  const context = {
    switchToHttp: () => ({ getRequest: () => request, getResponse: () => ({}) }),
  } as unknown as ExecutionContext;
  try {
    expect(await new LocalAuthGuard().canActivate(context)).toBe(true);
    return request.user;
  } catch (error) {
    return error;
  }
}

describe('A login', () => {
  it('is made with the credentials in the body', async () => {
    expect(await login({ body: BODY })).toEqual(LOGIN);
  });

  it.each([{ password: 'wrong' }, { tenant: 'other' }, { email: 'max@example.org' }, { password: 'unsure' }])(
    'fails with %j',
    async (wrong) => {
      expect(await login({ body: { ...BODY, ...wrong } })).toMatchObject({ code: 'auth.login-failed' });
    },
  );

  it('tells a failure from wrong credentials', async () => {
    expect(await login({ body: { ...BODY, password: 'failing' } })).toEqual(
      new Error('The database is away.'),
    );
  });

  it('takes nothing from the query string', async () => {
    const { password: _, ...body } = BODY;
    expect(await login({ body, query: BODY })).toMatchObject({ code: 'validation-failed' });
  });

  it('needs everything, and nothing else', async () => {
    const error = (await login({ body: { tenant: 'musterhaus', email: 'x', role: 'ADMIN' } })) as DomainError;
    expect(error.details.fields?.map(({ pointer }) => pointer).sort()).toEqual([
      '/email',
      '/password',
      '/role',
    ]);
    expect(await login({ body: undefined })).toMatchObject({ code: 'validation-failed' });
  });
});
