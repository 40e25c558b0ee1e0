import { Api } from '../support/api';
import { e2eEnvironment } from '../support/environment';
import { measured } from '../support/figures';
import { inForm } from '../support/form';
import { type Program, startProgram } from '../support/stack';
import { makeWorld, PASSWORD, type World } from '../support/world';

const PARALLEL = 50;
const ROUNDS = inForm({ short: 2, long: 40 });

interface Tokens {
  accessToken: string;
  refreshToken: string;
}

/** On two instances, one of which is restarted. */
describe('Renewing a session', () => {
  jest.setTimeout(inForm({ short: 60_000, long: 600_000 }));
  let world: World;
  let second: Program;

  const startSecond = (): Promise<Program> => {
    const { databaseUrl, folder } = e2eEnvironment();
    return startProgram(databaseUrl, folder, { REQUESTS_PER_MINUTE: '1000000' });
  };

  beforeAll(async () => {
    world = await makeWorld();
    second = await startSecond();
  }, 60_000);

  afterAll(() => second.stop());

  async function login(): Promise<Tokens> {
    const { body } = await Api.anonymous()
      .post('/auth/login')
      .send({ tenant: world.tenant.slug, email: world.tenant.adminEmail, password: PASSWORD })
      .expect(200);
    return body as Tokens;
  }

  /** Every caller is another client, unless one is given. */
  async function refresh(
    refreshToken: string,
    atSecond: boolean,
    api = Api.anonymous(),
  ): Promise<Tokens | undefined> {
    const { status, body } = await (atSecond ? api.at(second.baseUrl) : api)
      .post('/auth/refresh')
      .send({ refreshToken });
    if (status !== 200 && status !== 401) throw new Error(`A renewal was answered with ${status}.`);
    return status === 200 ? (body as Tokens) : undefined;
  }

  const race = (token: string): Promise<(Tokens | undefined)[]> =>
    Promise.all(Array.from({ length: PARALLEL }, (_, i) => refresh(token, i % 2 === 1)));

  /** Whether anything of the session still opens a door. */
  async function isOpen({ accessToken, refreshToken }: Tokens, orRenewable = true): Promise<boolean> {
    const { status } = await Api.anonymous().withToken(accessToken).get('/auth/me');
    return status === 200 || (orRenewable && (await refresh(refreshToken, false)) !== undefined);
  }

  async function judge(promise: string, tokens: () => Promise<string>): Promise<void> {
    const complaints: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const won = (await race(await tokens())).filter((answer) => answer !== undefined);
      if (won.length !== 1) complaints.push(`${won.length} winners`);
      // Those who came second had a used token: somebody has stolen it, so nobody keeps the session.
      for (const winner of won) if (await isOpen(winner)) complaints.push('the family lives on');
    }
    measured(promise, '1 winner, family ended', `${ROUNDS - complaints.length} of ${ROUNDS}`, complaints);
  }

  it('has one winner', () =>
    judge(`${PARALLEL} parallel renewals on two instances`, async () => (await login()).refreshToken));

  it('of one client has one successor, and goes on', async () => {
    const complaints: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const { refreshToken } = await login();
      const tabs = Api.anonymous();
      const answers = await Promise.all(
        Array.from({ length: PARALLEL }, (_, i) => refresh(refreshToken, i % 2 === 1, tabs)),
      );
      const successors = new Set(answers.map((answer) => answer?.refreshToken));
      if (successors.size !== 1) complaints.push(`${successors.size} successors`);
      for (const answer of answers.slice(0, 3)) {
        if (!answer || !(await isOpen(answer, false))) complaints.push('the session is over');
      }
    }
    measured(
      `${PARALLEL} parallel renewals of one client on two instances`,
      '1 successor, session goes on',
      `${ROUNDS - complaints.length} of ${ROUNDS}`,
      complaints,
    );
  });

  it('has one winner after a restart, too', async () => {
    const earlier: Tokens[] = [];
    for (let i = 0; i < ROUNDS; i++) earlier.push(await login());
    await second.stop();
    second = await startSecond();
    await judge(`${PARALLEL} parallel renewals after a restart`, async () => earlier.pop()!.refreshToken);
  });

  it('remembers over a restart which tokens are used', async () => {
    const first = await login();
    const next = await refresh(first.refreshToken, true);
    await second.stop();
    second = await startSecond();
    const again = await refresh(first.refreshToken, true);
    const alive = next ? await isOpen(next) : true;
    measured(
      'a used refresh token after a restart',
      'refused, family ended',
      `${again ? 'taken' : 'refused'}, ${alive ? 'alive' : 'ended'}`,
      !again && !alive,
    );
  });
});
