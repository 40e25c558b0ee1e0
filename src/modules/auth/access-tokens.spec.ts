import { JwtService } from '@nestjs/jwt';
import { KeyRing } from '../../platform/secrets/key-ring';
import { AccessTokens } from './access-tokens';

const jwt = new JwtService();
const tokensOf = (...secretKeys: string[]): AccessTokens =>
  new AccessTokens(jwt, new KeyRing({ secretKeys } as never));
const claims = { sub: 'account', tid: 'tenant', sid: 'session' };

describe('Access tokens', () => {
  it('name the account, the tenant and the session, for five minutes', () => {
    const { header, payload } = jwt.decode<{ iat: number }>(tokensOf('key').sign(claims), { complete: true });
    expect(header).toEqual({ alg: 'HS256', typ: 'at+jwt', kid: expect.stringMatching(/^[\w-]{12}$/) });
    expect(payload).toEqual({
      ...claims,
      iss: 'kundenportal',
      aud: 'kundenportal-api',
      iat: expect.any(Number),
      exp: payload.iat + 300,
    });
  });

  it('are verified by the key that they name', () => {
    const [one, two, both] = [tokensOf('one'), tokensOf('two'), tokensOf('one', 'two')];
    const keyOf = (verifier: AccessTokens, signer: AccessTokens): Buffer | undefined =>
      verifier.keyFor(signer.sign(claims))?.export();
    expect(keyOf(one, one)).toBeInstanceOf(Buffer);
    expect(keyOf(one, two)).toBeUndefined();
    expect(keyOf(both, one)).toEqual(keyOf(one, one));
    expect(keyOf(both, two)).toEqual(keyOf(two, two));
    expect(keyOf(one, both)).toEqual(keyOf(one, one));
  });

  it.each<[unknown, boolean]>([
    [{}, true],
    [{ typ: 'JWT' }, false],
    [{ typ: undefined }, false],
    [{ alg: 'none' }, false],
    [{ kid: 'other' }, false],
    [{ kid: undefined }, false],
    [null, false],
    ['at+jwt', false],
  ])('with %j in the header have a key: %s', (changes, expected) => {
    const { header } = jwt.decode(tokensOf('key').sign(claims), { complete: true });
    const changed = typeof changes === 'object' && changes ? { ...header, ...changes } : changes;
    const text = `${Buffer.from(JSON.stringify(changed)).toString('base64url')}.x.y`;
    expect(tokensOf('key').keyFor(text) !== undefined).toBe(expected);
  });

  it.each(['', '.', 'no json', `${Buffer.from('{').toString('base64url')}.x.y`])(
    'have no key where nothing can be read: %j',
    (text) => {
      expect(tokensOf('key').keyFor(text)).toBeUndefined();
    },
  );

  it('cannot be made without a key', () => {
    expect(() => tokensOf()).toThrow('There is no secret key.');
  });
});
