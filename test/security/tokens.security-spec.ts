import { Api } from '../support/api';
import { measured } from '../support/figures';
import { newestMail, tokenFrom } from '../support/mailbox';
import { wire } from '../support/wire';
import { addAgent, makeWorld, PASSWORD, uniqueEmail, type World } from '../support/world';
import { claimsOf, goodClaims, TokenForge } from './access-tokens';
import { forgedTokens } from './forged-tokens';

interface Tokens {
  accessToken: string;
  refreshToken: string;
}

describe('A token', () => {
  let world: World;
  let forge: TokenForge;
  let tokens: Tokens;
  let mine: ReturnType<typeof claimsOf>;

  const me = (token: string) =>
    wire('/api/v1/auth/me', { headers: { authorization: `Bearer ${token}`, 'x-forwarded-for': '10.9.8.7' } });

  async function login({ tenant }: World): Promise<Tokens> {
    const { body } = await Api.anonymous()
      .post('/auth/login')
      .send({ tenant: tenant.slug, email: tenant.adminEmail, password: PASSWORD })
      .expect(200);
    return body as Tokens;
  }

  beforeAll(async () => {
    world = await makeWorld();
    forge = new TokenForge();
    tokens = await login(world);
    mine = claimsOf(tokens.accessToken);
  });

  it('is taken when it is made as the program makes them', async () => {
    expect((await me(forge.token(goodClaims(mine)))).status).toBe(200);
  });

  it('is refused in every forged form', async () => {
    const colleague = claimsOf((await addAgent(world)).accessToken ?? '');
    const foreign = claimsOf((await makeWorld()).admin.accessToken ?? '');
    const { refreshToken } = tokens;
    const forgeries = forgedTokens({ forge, mine, colleague, foreign, refreshToken });
    const complaints: string[] = [];
    for (const [name, token] of forgeries) {
      const { status, headers, text } = await me(token);
      const refused = status === 401 && String(headers['content-type']).includes('problem+json');
      if (!refused) complaints.push(`${name}: ${status} ${text}`);
    }
    // All of them were refused for what they are: the session they speak of is still open.
    expect((await me(tokens.accessToken)).status).toBe(200);
    expect(forgeries.length).toBeGreaterThanOrEqual(30);
    measured('forged access tokens', '0 taken', `${complaints.length} of ${forgeries.length}`, complaints);
  });

  it('is taken in its own place only', async () => {
    const { accessToken, refreshToken } = tokens;
    const path = '/api/v1/auth/me';
    const places: [string, string, Record<string, string | string[]>][] = [
      ['query string', `${path}?access_token=${accessToken}`, {}],
      ['cookie', path, { cookie: `token=${accessToken}; access_token=${accessToken}` }],
      ['scheme Basic', path, { authorization: `Basic ${accessToken}` }],
      ['no scheme', path, { authorization: accessToken }],
      ['another header', path, { 'x-access-token': accessToken, token: accessToken }],
      ['proxy header', path, { 'proxy-authorization': `Bearer ${accessToken}` }],
      ['session of another header', path, { authorization: 'Bearer x', 'x-authorization': accessToken }],
    ];
    const complaints: string[] = [];
    for (const [place, target, headers] of places) {
      const { status } = await wire(target, { headers });
      if (status !== 401) complaints.push(`${place}: ${status}`);
    }
    const refresh = (token: string) => Api.anonymous().post('/auth/refresh').send({ refreshToken: token });
    for (const [name, token] of [
      ['an access token renews', accessToken],
      ['a longer refresh token', `${refreshToken}A`],
      ['a shorter refresh token', refreshToken.slice(0, -1)],
      ['a refresh token of another tenant', await transplanted(refreshToken)],
    ] as const) {
      const { status } = await refresh(token);
      if (status !== 401) complaints.push(`${name}: ${status}`);
    }
    const email = uniqueEmail('link');
    await world.admin.post('/staff/users').send({ name: 'Lia Link', email, role: 'AGENT' }).expect(201);
    const link = tokenFrom(await newestMail(email));
    if ((await me(link)).status !== 401) complaints.push('a one-time link is an access token');
    if ((await refresh(link)).status !== 401) complaints.push('a one-time link is a refresh token');
    const { status } = await Api.anonymous()
      .post('/auth/password-resets')
      .send({ token: refreshToken, newPassword: PASSWORD });
    if (status !== 422) complaints.push(`a refresh token sets a password: ${status}`);
    measured('tokens in the wrong place', '0 taken', complaints.length, complaints);
  });

  it('is as hard to forge as the cookie of a browser', async () => {
    const ask = async (cookie: string): Promise<number> =>
      (await Api.onPage().withCookie(cookie).get('/auth/me')).status;
    const value = (await world.admin.inBrowser()).identity.cookie?.replace('session=', '') ?? '';
    const other = (await (await addAgent(world)).inBrowser()).identity.cookie?.replace('session=', '') ?? '';
    const bytes = Buffer.from(value, 'base64url');
    const altered = Array.from({ length: bytes.length }, (_, at): [string, string] => {
      const copy = Buffer.from(bytes);
      copy[at] = copy[at]! ^ 1;
      return [`byte ${at} altered`, copy.toString('base64url')];
    });
    const forged: readonly [string, string][] = [
      ...altered,
      ['of another tenant', await transplanted(value)],
      [
        'with the secret of another one',
        Buffer.concat([bytes.subarray(0, 32), Buffer.from(other, 'base64url').subarray(32)]).toString(
          'base64url',
        ),
      ],
      ['without its secret', bytes.subarray(0, 32).toString('base64url')],
      ['twice', `${value}${value}`],
      ['padded', `${value}=`],
      ['in hexadecimal digits', bytes.toString('hex')],
      ['that is a refresh token', tokens.refreshToken],
      ['that is an access token', tokens.accessToken],
      ['that is empty', ''],
      ['that is null', 'null'],
    ];
    const complaints: string[] = [];
    for (const [name, text] of forged) {
      const status = await ask(`session=${text}`);
      if (status !== 401) complaints.push(`${name}: ${status}`);
    }
    for (const name of ['Session', 'session2', '__Host-session', 'token']) {
      const status = await ask(`${name}=${value}`);
      if (status !== 401) complaints.push(`under the name ${name}: ${status}`);
    }
    const { status } = await me(value);
    if (status !== 401) complaints.push(`as an access token: ${status}`);
    expect(await ask(`session=${value}`)).toBe(200);
    const tried = forged.length + 5;
    measured('forged cookies', '0 taken', `${complaints.length} of ${tried}`, complaints);
  });

  /** The tenant is the first sixteen bytes of a refresh token, and of a cookie. */
  async function transplanted(refreshToken: string): Promise<string> {
    const { tid } = claimsOf((await makeWorld()).admin.accessToken ?? '');
    const bytes = Buffer.from(refreshToken, 'base64url');
    Buffer.from(tid.replaceAll('-', ''), 'hex').copy(bytes);
    return bytes.toString('base64url');
  }
});
