import { Api } from './support/api';
import { changesOf, etagOf, send } from './support/calls';
import { unboundLogin } from './support/database';
import { e2eEnvironment } from './support/environment';
import { chainsFor, harvestIds, type IdPools } from './support/id-pools';
import { mailsTo } from './support/mailbox';
import { fillPath, type Operation, operationsOfDocument } from './support/operations';
import { type Population, populate } from './support/population';
import { fingerprintOf, jobsDone } from './support/rows';
import { preloading, type Program, startProgram } from './support/stack';

const PRINCIPALS = ['admin', 'agent', 'mainUser', 'user', 'deactivated', 'anonymous'] as const;
type Name = (typeof PRINCIPALS)[number];

/**
 * Every operation of the document, called by everybody with everything that is not theirs. New operations take part
 * without being told of. Run three times: as the program is, and with either border alone.
 */
describe.each(
  [
    { borders: 'with both borders', settings: undefined },
    {
      borders: 'with row-level security alone, for people in browsers',
      settings: preloading('without-tenant-scope.cjs'),
      browsers: true,
      // What a statement does not say, a distributed database cannot know: where it belongs.
      asksAll: true,
    },
    {
      borders: "with the program's own filter alone",
      settings: preloading('without-row-level-security.cjs'),
      login: unboundLogin,
    },
  ].filter(({ asksAll }) => !asksAll || !e2eEnvironment().distributed),
)('The border between tenants, $borders', ({ settings, login, browsers }) => {
  let operations: Operation[];
  let own: Population;
  let foreign: Population;
  let ownIds: IdPools;
  let foreignIds: IdPools;
  let strangersIds: IdPools;
  let contactsIds: IdPools;
  let second: Program | undefined;
  const callers = new Map<Name, Api>();

  beforeAll(async () => {
    operations = await operationsOfDocument();
    [own, foreign] = await Promise.all([populate(), populate()]);
    ownIds = await harvestIds(operations, [own.admin, own.mainUser]);
    foreignIds = await harvestIds(operations, [foreign.admin, foreign.mainUser]);
    strangersIds = await harvestIds(operations, [own.stranger]);
    contactsIds = await harvestIds(operations, [own.mainUser, own.user]);
    const { databaseUrl, folder } = e2eEnvironment();
    if (settings)
      second = await startProgram(databaseUrl, folder, {
        REQUESTS_PER_MINUTE: '10000',
        ...settings,
        ...(await login?.()),
      });
    for (const name of PRINCIPALS) {
      const api = name === 'anonymous' ? Api.anonymous() : own[name];
      // Who may not log in any more comes with what they had.
      callers.set(
        name,
        browsers && !['anonymous', 'deactivated'].includes(name) ? await api.inBrowser() : api,
      );
    }
  }, 120_000);

  afterAll(() => second?.stop());

  function caller(name: Name): Api {
    const api = callers.get(name)!;
    return second ? api.at(second.baseUrl) : api;
  }

  it('knows foreign ids for every kind of id', () => {
    const missing = operations
      .filter(({ idNames }) => idNames.length > 0)
      .filter(({ path, idNames }) => chainsFor(foreignIds, path, idNames.length).length === 0);
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  it.each(PRINCIPALS)('shows the foreign tenant to nobody: %s', async (name) => {
    const failures: string[] = [];
    for (const operation of operations.filter(({ idNames }) => idNames.length > 0)) {
      for (const chain of chainsFor(foreignIds, operation.path, operation.idNames.length)) {
        for (const ids of mixtures(chain, chainsFor(ownIds, operation.path, operation.idNames.length))) {
          const answer = await send(caller(name), operation, ids);
          const expected = expectedStatus(operation, name);
          if (answer.status !== expected || leaks(answer.text, foreign.canaries.tenant)) {
            failures.push(`${operation.id} ${ids.join(' ')}: ${answer.status}, not ${expected}`);
          }
        }
      }
    }
    expect(failures).toEqual([]);
  });

  it.each(['mainUser', 'user'] as const)('shows the other customer to no contact: %s', async (name) => {
    const failures: string[] = [];
    for (const operation of operations.filter(({ audience }) => audience === 'CONTACT')) {
      if (operation.idNames.length === 0) continue;
      // What both companies see, as the articles of a shop, belongs to neither.
      const shared = chainsFor(contactsIds, operation.path, operation.idNames.length).map(String);
      for (const ids of chainsFor(strangersIds, operation.path, operation.idNames.length)) {
        if (shared.includes(String(ids))) continue;
        const answer = await send(caller(name), operation, ids);
        if (answer.status !== 404) failures.push(`${operation.id}: ${answer.status}`);
      }
    }
    expect(failures).toEqual([]);
  });

  it('takes no foreign id in a body or a query', async () => {
    // The same thing is listed in several places.
    const foreignOnes = new Set(
      [...foreignIds.values()].flatMap((chains) => chains.slice(0, 1).map((chain) => chain.at(-1) ?? '')),
    );
    const failures: string[] = [];
    for (const operation of operations) {
      const [ids = []] = chainsFor(ownIds, operation.path, operation.idNames.length);
      // What is refused changes nothing: one version serves for all of it.
      const etag = operation.bodyIds.length > 0 ? await etagOf(caller('admin'), operation, ids) : undefined;
      for (const field of operation.bodyIds) {
        for (const id of foreignOnes) {
          const answer = await send(caller('admin'), operation, ids, { [field]: id }, etag);
          if (answer.status < 400 || answer.status >= 500)
            failures.push(`${operation.id} ${field}: ${answer.status}`);
        }
      }
      for (const parameter of operation.queryIds) {
        for (const id of foreignOnes) {
          const path = `${fillPath(operation.path, ids)}?${parameter}=${id}`;
          const { body, status } = await caller('admin').request('get', path);
          if (status === 200 && body.items.length > 0) failures.push(`${operation.id} ?${parameter}`);
        }
      }
    }
    expect(failures).toEqual([]);
  });

  it.each(PRINCIPALS)('lists nothing that is not theirs: %s', async (name) => {
    const forbidden = forbiddenTo(name);
    const failures: string[] = [];
    for (const operation of operations.filter(({ method, endless }) => method === 'get' && !endless)) {
      for (const ids of chainsFor(ownIds, operation.path, operation.idNames.length)) {
        const { status, text } = await caller(name)
          .request('get', fillPath(operation.path, ids))
          .buffer(true);
        for (const canary of forbidden) {
          if (leaks(text, canary)) failures.push(`${operation.id} shows ${canary}`);
        }
        if (status >= 500) failures.push(`${operation.id}: ${status}`);
      }
    }
    expect(failures).toEqual([]);
  });

  it('finds nothing that is not theirs', async () => {
    const failures: string[] = [];
    for (const operation of operations.filter(({ query }) => query.includes('search'))) {
      for (const name of ['admin', 'mainUser', 'user'] as const) {
        for (const canary of forbiddenTo(name)) {
          const { body, status } = await caller(name).request(
            'get',
            `${operation.path}?count=true&search=${canary}`,
          );
          if (status === 200 && (body.items.length > 0 || body.totalCount > 0)) {
            failures.push(`${operation.id} finds ${canary} for ${name}`);
          }
        }
      }
    }
    expect(failures).toEqual([]);
  });

  it('mails nothing that is not theirs', async () => {
    await jobsDone();
    const contacts = [own.mainUser, own.user, own.deactivated, own.stranger] as (Api & { email: string })[];
    for (const { email } of contacts) {
      for (const mail of await mailsTo(email)) {
        expect(mail.text).not.toContain(own.canaries.internal);
        expect(mail.text).not.toContain(foreign.canaries.tenant);
        if (email !== contacts[3]?.email) expect(mail.text).not.toContain(own.canaries.stranger);
      }
    }
  });

  it('leaves every row of the foreign tenant as it was', async () => {
    await jobsDone();
    const { body } = await foreign.admin.get('/auth/me');
    const before = await fingerprintOf(body.tenantId);
    for (const operation of operations.filter(
      ({ method, idNames }) => method !== 'get' && idNames.length > 0,
    )) {
      for (const ids of chainsFor(foreignIds, operation.path, operation.idNames.length)) {
        for (const name of ['admin', 'mainUser'] as const)
          await send(caller(name), operation, ids, changesOf(operation));
      }
    }
    expect(await fingerprintOf(body.tenantId)).toEqual(before);
  });

  function forbiddenTo(name: Name): string[] {
    const staff = name === 'admin' || name === 'agent';
    return [
      foreign.canaries.tenant,
      ...(staff ? [] : [own.canaries.internal, own.canaries.stranger]),
      ...(name === 'user' ? [own.canaries.mainUser] : []),
    ];
  }
});

/** A foreign chain as it is, and with one of its ids replaced by an own one. */
function mixtures(foreign: readonly string[], own: readonly (readonly string[])[]): (readonly string[])[] {
  const mine = own[0];
  if (foreign.length < 2 || !mine) return [foreign];
  return [foreign, ...foreign.map((_, i) => foreign.map((id, j) => (i === j ? id : (mine[j] ?? id))))];
}

function expectedStatus({ audience }: Operation, name: Name): number {
  if (name === 'anonymous' || name === 'deactivated') return 401;
  const isStaff = name === 'admin' || name === 'agent';
  if (audience === 'CONTACT' && isStaff) return 403;
  if (audience === 'STAFF' && !isStaff) return 403;
  if (audience === 'ADMIN' && name !== 'admin') return 403;
  return 404;
}

function leaks(text: unknown, canary: string): boolean {
  return typeof text === 'string' && text.includes(canary);
}
