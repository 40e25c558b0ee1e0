import passport from 'passport';
import { LocalStrategy } from './local.strategy';
import type { LoginService } from './login.service';

/** What reaches the login service. */
function credentialsOf(body: object): Promise<unknown> {
  const verify = async (...credentials: string[]): Promise<unknown> => ({ credentials });
  new LocalStrategy({ verify } as unknown as LoginService);
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, user: unknown): void => (error ? reject(error) : resolve(user));
    (passport.authenticate('local', { session: false }, done) as (...args: unknown[]) => void)(
      { body },
      {},
      reject,
    );
  });
}

it('logs in within a tenant, by e-mail and password', async () => {
  expect(await credentialsOf({ tenant: 't', email: 'e', password: 'p' })).toEqual({
    credentials: ['t', 'e', 'p'],
  });
});

it('does not try a login where something is missing', async () => {
  expect(await credentialsOf({ tenant: 't', email: 'e' })).toBe(false);
});
