import type { Api } from '../support/api';
import { asSuperuser } from '../support/database';
import { measured } from '../support/figures';
import { inForm } from '../support/form';
import { urlEncoded } from '../support/forms';
import { chainsFor, harvestIds, type IdPools } from '../support/id-pools';
import { fillPath, type Operation, operationsOfDocument, type Schema } from '../support/operations';
import { type Population, populate } from '../support/population';
import { fingerprintOf, jobsDone } from '../support/rows';

const VALUES: unknown[] = inForm({
  short: ['ADMIN'],
  long: ['ADMIN', true, 0, null, [], {}, '01900000-0000-7000-8000-000000000000', '2026-01-01T00:00:00Z'],
});
/** Not named by any column, but by those who try. */
const PRIVILEGED_FIELDS = [
  'isAdmin',
  'admin',
  'roles',
  'permissions',
  'tenant',
  '_id',
  '__v',
  'constructor',
  'version',
];

/** Whatever the database calls its columns: no body and no query sets one that is not documented. */
describe('Mass assignment', () => {
  jest.setTimeout(inForm({ short: 5 * 60_000, long: 60 * 60_000 }));
  let operations: Operation[];
  let population: Population;
  let pools: IdPools;
  let names: string[];

  beforeAll(async () => {
    operations = await operationsOfDocument();
    population = await populate();
    pools = await harvestIds(operations, [population.admin, population.mainUser]);
    const columns = await asSuperuser<{ name: string }>(
      `SELECT DISTINCT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1`,
    );
    names = [...new Set([...columns.flatMap(({ name }) => [name, camel(name)]), ...PRIVILEGED_FIELDS])];
  });

  it('is refused for every column in every body', async () => {
    const { body: me } = await population.admin.get('/auth/me');
    await jobsDone();
    const before = await fingerprintOf(me.tenantId);
    const complaints: string[] = [];
    let tried = 0;
    const writes = operations.filter(
      ({ consumes, bodySchema }) => bodySchema && consumes !== 'multipart/form-data',
    );
    for (const operation of writes) {
      for (const place of placesIn(operation)) {
        for (const value of VALUES) {
          for (const undeclared of someAtATime(names.filter((name) => !place.declared.includes(name)))) {
            tried += undeclared.length;
            const answer = await send(operation, place.bodyWith(undeclared, value));
            const pointers = new Set(answer.pointers);
            const taken = undeclared.filter((name) => !pointers.has(`${place.pointer}/${name}`));
            if (answer.status !== 422 || taken.length > 0)
              complaints.push(
                `${operation.id} ${place.pointer}: ${answer.status}, took ${taken.slice(0, 5).join()}`,
              );
          }
        }
      }
    }
    for (const operation of operations.filter(({ method }) => method === 'get')) {
      const declared = operation.query;
      for (const undeclared of someAtATime(names.filter((name) => !declared.includes(name)))) {
        tried += undeclared.length;
        const query = undeclared.map((name) => `${name}=1`).join('&');
        const { body, status } = await callerOf(operation).request('get', `${pathOf(operation)}?${query}`);
        const pointers = new Set((body.errors as { pointer: string }[]).map(({ pointer }) => pointer));
        const taken = undeclared.filter((name) => !pointers.has(`?${name}`));
        if (status !== 422 || taken.length > 0)
          complaints.push(`${operation.id}: ${status}, took ${taken.slice(0, 5).join()} in the query`);
      }
    }
    await jobsDone();
    const after = await fingerprintOf(me.tenantId);
    const changed = Object.keys(before).filter((table) => before[table] !== after[table]);
    if (changed.length > 0) complaints.push(`rows changed in ${changed.join()}`);
    measured('columns as undeclared fields', '0 taken', `${complaints.length} of ${tried}`, complaints);
  });

  function callerOf({ audience }: Operation): Api {
    return audience === 'CONTACT' ? population.mainUser : population.admin;
  }

  function pathOf({ path, idNames }: Operation): string {
    const [ids = []] = chainsFor(pools, path, idNames.length);
    return fillPath(path, ids.length > 0 ? ids : [population.tenant.slug]);
  }

  async function send(operation: Operation, body: unknown): Promise<{ status: number; pointers: string[] }> {
    const path = pathOf(operation);
    const call = callerOf(operation)
      .request(operation.method, path)
      .set({ 'if-match': '"1"', 'sec-fetch-site': 'same-origin' });
    const isForm = operation.consumes?.includes('urlencoded');
    const answer = await (isForm ? call.send(urlEncoded(body as object)) : call.send(body as object));
    const errors = (answer.body.errors ?? []) as { pointer: string }[];
    return { status: answer.status, pointers: errors.map(({ pointer }) => pointer) };
  }
});

/** An answer names no more errors. */
const ERRORS_TOLD = 20;

function someAtATime(names: readonly string[]): string[][] {
  const parts = Math.ceil(names.length / ERRORS_TOLD);
  return Array.from({ length: parts }, (_, i) => names.slice(i * ERRORS_TOLD, (i + 1) * ERRORS_TOLD));
}

interface Place {
  readonly pointer: string;
  readonly declared: readonly string[];
  bodyWith(fields: readonly string[], value: unknown): unknown;
}

/** The body itself and every object inside it. */
function placesIn({ bodySchema, exampleBody }: Operation): Place[] {
  const found: Place[] = [];
  const walk = (schema: Schema, path: readonly (string | number)[]): void => {
    const inner = schema.items ?? schema;
    const here = schema.items ? [...path, 0] : path;
    if (!inner.properties) return;
    found.push({
      pointer: here.map((step) => `/${step}`).join(''),
      declared: Object.keys(inner.properties),
      bodyWith: (fields, value) => {
        const body = structuredClone(exampleBody(true));
        let target: Record<string | number, unknown> = body;
        for (const step of here) target = target[step] as Record<string | number, unknown>;
        for (const field of fields) target[field] = value;
        return body;
      },
    });
    for (const [name, field] of Object.entries(inner.properties)) walk(field, [...here, name]);
  };
  if (bodySchema) walk(bodySchema, []);
  return found;
}

function camel(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
