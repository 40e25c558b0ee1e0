import { JwtService } from '@nestjs/jwt';
import passport from 'passport';
import { KeyRing } from '../../platform/secrets/key-ring';
import { AccessTokens } from './access-tokens';
import { JwtStrategy } from './jwt.strategy';
import { ACCESS_TOKEN_KEY } from './keys';
import type { OpenSessions } from './open-sessions';

const SUB = '00000000-0000-4000-8000-000000000001';
const TID = '00000000-0000-4000-8000-000000000002';
const SID = '00000000-0000-4000-8000-000000000003';

const jwt = new JwtService();
const ringOf = (...secretKeys: string[]): KeyRing => new KeyRing({ secretKeys } as never);
const ring = ringOf('new', 'old');
const tokens = new AccessTokens(jwt, ring);
const good = tokens.sign({ sub: SUB, tid: TID, sid: SID });

/** A token that is right but for what is given. */
function token({ header = {}, claims = {}, options = {} }: Record<string, object> = {}): string {
  const known = jwt.decode(good, { complete: true }).header;
  const right = { sub: SUB, tid: TID, sid: SID, iss: 'kundenportal', aud: 'kundenportal-api' };
  const given = Object.entries<unknown>({ ...right, ...claims }).filter(([, value]) => value !== undefined);
  return jwt.sign(Object.fromEntries(given), {
    secret: ring.keysFor(ACCESS_TOKEN_KEY)[0],
    header: { ...known, ...header },
    ...('exp' in claims ? {} : { expiresIn: 300 }),
    ...options,
  });
}

/** What the strategy makes of a header: the ids that the session check is asked about, or `false`. */
function principalOf(authorization: string | undefined, isOpen = true): Promise<unknown> {
  const sessions = { actorOf: async (ids: object) => (isOpen ? ids : undefined) };
  new JwtStrategy(tokens, sessions as unknown as OpenSessions);
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, actor: unknown): void => (error ? reject(error) : resolve(actor));
    (passport.authenticate('jwt', { session: false }, done) as (...args: unknown[]) => void)(
      { headers: { authorization } },
      {},
      reject,
    );
  });
}

const IDS = { accountId: SUB, tenantId: TID, sessionId: SID };

describe('A bearer token', () => {
  it('names account, tenant and session', async () => {
    expect(await principalOf(`Bearer ${good}`)).toEqual(IDS);
    expect(await principalOf(`Bearer ${token()}`)).toEqual(IDS);
  });

  it('is worth something only while its session is open', async () => {
    expect(await principalOf(`Bearer ${good}`, false)).toBe(false);
  });

  it('may be signed with an older key', async () => {
    const older = new AccessTokens(jwt, ringOf('old')).sign({ sub: SUB, tid: TID, sid: SID });
    expect(await principalOf(`Bearer ${older}`)).toEqual(IDS);
  });

  it.each([
    ['another key', new AccessTokens(jwt, ringOf('other')).sign({ sub: SUB, tid: TID, sid: SID })],
    ['the name of our key only', token({ options: { secret: 'other' } })],
    ['no key', token({ header: { kid: undefined } })],
    ['another type', token({ header: { typ: 'JWT' } })],
    ['another algorithm', token({ header: { alg: 'HS512' }, options: { algorithm: 'HS512' } })],
    ['another issuer', token({ claims: { iss: 'somebody' } })],
    ['another audience', token({ claims: { aud: 'somebody' } })],
    ['an end in the past', token({ claims: { exp: Math.floor(Date.now() / 1000) - 1 } })],
    ['no end', token({ claims: { exp: undefined } })],
    ['no account', token({ claims: { sub: undefined } })],
    ['a tenant that is no id', token({ claims: { tid: `${TID}'` } })],
    ['a tenant behind something', token({ claims: { tid: `x${TID}` } })],
    ['a session that is no text', token({ claims: { sid: [SID] } })],
    ['a session without an id', token({ claims: { sid: '' } })],
    ['nothing in it', '..'],
    ['no header', `.${good.split('.').slice(1).join('.')}`],
  ])('with %s is worth nothing', async (_, text) => {
    expect(await principalOf(`Bearer ${text}`)).toBe(false);
  });

  it('is understood in any case, and alone', async () => {
    expect(await principalOf(`bearer ${good}`)).toEqual(IDS);
    for (const header of [
      undefined,
      '',
      good,
      `Basic ${good}`,
      `Bearer  ${good}`,
      `Bearer ${good} `,
      `Bearer ${good}, Bearer ${good}`,
      ` Bearer ${good}`,
    ]) {
      expect(await principalOf(header)).toBe(false);
    }
  });
});
