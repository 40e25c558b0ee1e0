import { randomUUID } from 'node:crypto';
import type { Api } from '../support/api';
import { idPlaces, listPlaces, placed } from '../support/body-places';
import { asSuperuser } from '../support/database';
import { measured } from '../support/figures';
import { inForm } from '../support/form';
import { chainsFor, harvestIds, type IdPools } from '../support/id-pools';
import { fillPath, type Operation, operationsOfDocument } from '../support/operations';
import { type Population, populate } from '../support/population';
import { fingerprintOf, jobsDone } from '../support/rows';
import { wire, type WireAnswer } from '../support/wire';

const NOBODY = '01900000-0000-7000-8000-000000000000';
const CALLERS = ['admin', 'agent', 'mainUser', 'user'] as const;
/** Chains of ids tried at each operation. */
const CHAINS = inForm({ short: 1, long: 50 });

/** Beside test/tenancy.e2e-spec.ts: what can be told from answers, ids at any depth, counts, cursors, keys, the schema. */
describe('The border between tenants', () => {
  jest.setTimeout(inForm({ short: 180_000, long: 3 * 60 * 60_000 }));
  let operations: Operation[];
  let own: Population;
  let foreign: Population;
  let ownIds: IdPools;
  let foreignIds: IdPools;
  let foreignTenant: string;
  let before: Awaited<ReturnType<typeof fingerprintOf>>;

  beforeAll(async () => {
    operations = await operationsOfDocument();
    [own, foreign] = await Promise.all([populate(), populate()]);
    ownIds = await harvestIds(operations, [own.admin, own.mainUser]);
    foreignIds = await harvestIds(operations, [foreign.admin, foreign.mainUser]);
    foreignTenant = String((await foreign.admin.get('/auth/me')).body.tenantId);
    await jobsDone();
    before = await fingerprintOf(foreignTenant);
  }, 180_000);

  it('makes what is foreign look like what is not there, to the byte', async () => {
    const complaints: string[] = [];
    let compared = 0;
    for (const operation of operations.filter(({ idNames }) => idNames.length > 0)) {
      for (const chain of chainsFor(foreignIds, operation.path, operation.idNames.length).slice(0, CHAINS)) {
        for (const name of CALLERS) {
          const there = await send(own[name], operation, chain, operation.exampleBody());
          const nowhere = await send(
            own[name],
            operation,
            chain.map(() => NOBODY),
            operation.exampleBody(),
          );
          compared += 1;
          if (shown(there, chain) !== shown(nowhere, [NOBODY]))
            complaints.push(
              `${operation.id} as ${name}: ${shown(there, chain)}, not ${shown(nowhere, [NOBODY])}`,
            );
        }
      }
    }
    measured(
      'foreign ids that differ from missing ones',
      '0',
      `${complaints.length} of ${compared}`,
      complaints,
    );
  });

  it('takes no foreign id at any depth, and no list or null in its place as all', async () => {
    const strangers = [...foreignIds.values()].flatMap((chains) =>
      chains.slice(0, CHAINS).map((c) => c.at(-1) ?? ''),
    );
    const complaints: string[] = [];
    let tried = 0;
    for (const operation of operations.filter(
      ({ bodySchema, consumes }) => bodySchema && consumes?.includes('json'),
    )) {
      const caller = operation.audience === 'CONTACT' ? own.mainUser : own.admin;
      const [ids = []] = chainsFor(ownIds, operation.path, operation.idNames.length);
      for (const path of idPlaces(operation.bodySchema ?? {})) {
        const withValue = (value: unknown): Promise<WireAnswer> =>
          send(caller, operation, ids, placed(operation.exampleBody(true), path, value));
        // Who does many things at once is told what has become of each: of these the same as of one that is not there.
        const nowhere = shown(await withValue(NOBODY), [NOBODY]);
        for (const value of [...new Set(strangers), [], [strangers[0]], {}, '', '*', '%']) {
          const answer = await withValue(value);
          tried += 1;
          const isReported = typeof value === 'string' && value !== '' && shown(answer, [value]) === nowhere;
          const isTaken = answer.status >= 500 || (answer.status < 400 && !isReported);
          if (isTaken || answer.text.includes(foreign.canaries.tenant))
            complaints.push(`${operation.id} ${path.join('/')} ${JSON.stringify(value)}: ${answer.status}`);
        }
      }
      for (const list of listPlaces(operation.bodySchema ?? {})) {
        const answer = await send(caller, operation, ids, placed(operation.exampleBody(true), list, []));
        tried += 1;
        if (answer.status >= 500)
          complaints.push(`${operation.id} ${list.join('/')} empty: ${answer.status}`);
      }
    }
    await jobsDone();
    const after = await fingerprintOf(foreignTenant);
    const changed = Object.keys(before).filter((table) => before[table] !== after[table]);
    complaints.push(...changed.map((table) => `${table} of the foreign tenant has changed`));
    measured('foreign ids in fields at any depth', '0 taken', `${complaints.length} of ${tried}`, complaints);
  });

  it('counts, sorts and pages without what is foreign', async () => {
    const lists = operations.filter(({ query, idNames }) => query.includes('count') && idNames.length === 0);
    const complaints: string[] = [];
    const before = await Promise.all(lists.map((operation) => countOf(operation)));
    // Every kind of thing once more, on the other side.
    const more = await populate();
    await Promise.all([
      foreign.admin.post('/staff/customers').send({ name: `Neu ${foreign.canaries.tenant}` }),
      foreign.mainUser.post('/portal/tickets').send({ subject: 'Neu', description: 'Neu' }),
    ]);
    for (const [i, operation] of lists.entries()) {
      const count = await countOf(operation);
      if (count !== before[i]) complaints.push(`${operation.id} counts ${count}, not ${before[i]}`);
      const [mine, theirs] =
        operation.audience === 'CONTACT' ? [own.mainUser, more.mainUser] : [own.admin, more.admin];
      const page = await theirs.request('get', `${operation.path}?limit=1`);
      const cursor = page.body.nextCursor as string | null;
      if (!cursor) continue;
      const answer = await mine.request(
        'get',
        `${operation.path}?limit=100&cursor=${encodeURIComponent(cursor)}`,
      );
      if (answer.status >= 500 || answer.text.includes(more.canaries.tenant))
        complaints.push(`${operation.id} follows a foreign cursor: ${answer.status}`);
    }
    measured(
      'counts and cursors that tell of others',
      '0',
      `${complaints.length} of ${lists.length}`,
      complaints,
    );
  });

  it('has another within a company: users see nothing of their colleagues', async () => {
    const complaints: string[] = [];
    const usersIds = await harvestIds(operations, [own.user]);
    let compared = 0;
    for (const operation of operations.filter((one) => one.audience === 'CONTACT' && one.method === 'get')) {
      if (operation.endless) continue;
      for (const chain of chainsFor(ownIds, operation.path, operation.idNames.length)) {
        const theirs = await send(own.mainUser, operation, chain, undefined);
        if (!theirs.text.includes(own.canaries.mainUser)) continue;
        compared += 1;
        const { status, text } = await send(own.user, operation, chain, undefined);
        // Their own ticket may go on with a colleague's, which they see nothing of.
        const isTheirs = chainsFor(usersIds, operation.path, chain.length)
          .map(String)
          .includes(String(chain));
        if (text.includes(own.canaries.mainUser) || (chain.length > 0 && !isTheirs && status !== 404))
          complaints.push(`${operation.id} ${chain.join(' ')}: ${status}`);
      }
    }
    measured(
      "operations that show a user what is a colleague's",
      '0',
      `${complaints.length} of ${compared}`,
      compared > 3 ? complaints : ['hardly any showed it to the main user'],
    );
  });

  it('keeps keys of repeated requests apart', async () => {
    const key = randomUUID();
    const body = { name: 'Schlüssel GmbH' };
    const [mine, theirs] = await Promise.all(
      [own, foreign].map(({ admin }) =>
        admin.post('/staff/customers').set('idempotency-key', key).send(body),
      ),
    );
    const isApart = mine?.status === 201 && theirs?.status === 201 && mine.body.id !== theirs.body.id;
    measured('one Idempotency-Key in two tenants', 'two answers', isApart ? 'two answers' : 'one', isApart);
  });

  it('is in every table of the schema', async () => {
    const open = await asSuperuser<{ complaint: string }>(`
      WITH owned AS (
        SELECT c.oid, c.relname, c.relrowsecurity AND c.relforcerowsecurity AS closed, pg_get_userbyid(c.relowner) AS owner,
          (SELECT attnum FROM pg_attribute WHERE attrelid = c.oid AND attname = 'tenant_id') AS tenant
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')
          AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = c.oid AND attname = 'tenant_id' AND NOT attisdropped)
      )
      SELECT relname || ' is open' AS complaint FROM owned WHERE NOT closed
      UNION ALL SELECT relname || ' has no policy' FROM owned o WHERE NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = o.oid)
      UNION ALL SELECT relname || ' belongs to the program' FROM owned WHERE owner = 'kundenportal_app'
      UNION ALL SELECT conname || ' does not begin with the tenant' FROM pg_constraint k JOIN owned o ON o.oid = k.conrelid
        WHERE k.contype = 'p' AND k.conkey[1] <> o.tenant
      UNION ALL SELECT conname || ' leaves the tenant out' FROM pg_constraint k JOIN owned o ON o.oid = k.conrelid
        JOIN owned p ON p.oid = k.confrelid WHERE k.contype = 'f' AND NOT o.tenant = ANY (k.conkey)
      UNION ALL SELECT 'the program may pass row-level security' FROM pg_roles
        WHERE rolname = 'kundenportal_app' AND (rolsuper OR rolbypassrls OR rolcreaterole)
      UNION ALL SELECT application_name || ' works under ' || usename FROM pg_stat_activity
        WHERE datname = current_database() AND application_name LIKE 'kundenportal%'
          AND usename NOT LIKE 'kundenportal\\_login\\_%'`);
    const [tables] = await asSuperuser<{ n: number }>(
      `SELECT count(*)::int AS n FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'tenant_id'`,
    );
    const complaints = open.map(({ complaint }) => complaint);
    measured('tables without a border', '0', `${complaints.length} of ${tables?.n}`, complaints);
  });

  async function countOf({ path, audience }: Operation): Promise<number> {
    const { body } = await (audience === 'CONTACT' ? own.mainUser : own.admin).request(
      'get',
      `${path}?count=true`,
    );
    return Number(body.totalCount);
  }
});

function send(api: Api, operation: Operation, ids: readonly string[], body: unknown): Promise<WireAnswer> {
  const { method, path, consumes } = operation;
  const isJson = consumes?.includes('json');
  return wire(fillPath(path, ids), {
    method: method.toUpperCase(),
    headers: {
      authorization: `Bearer ${api.accessToken}`,
      'if-match': '"1"',
      ...(isJson && { 'content-type': consumes }),
    },
    body: isJson ? JSON.stringify(body) : undefined,
  });
}

/** Without what the caller sent themselves and what differs each time. */
function shown({ status, headers, text }: WireAnswer, ids: readonly string[]): string {
  const names = Object.keys(headers).filter((name) => !name.startsWith('ratelimit'));
  const body = ids.reduce((left, id) => left.replaceAll(id, 'id'), text);
  return `${status} ${names.join()} ${body.replace(/"correlationId":"[^"]+"/, '')}`;
}
