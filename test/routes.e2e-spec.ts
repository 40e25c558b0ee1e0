import { Api } from './support/api';
import { fillPath, type Operation, operationsOfDocument } from './support/operations';
import { addContact, addCustomer } from './support/population';
import { openShops } from './support/seed-orders';
import { makeWorld, type World } from './support/world';

const UNKNOWN_ID = '01900000-0000-7000-8000-000000000000';
const AUDIENCES = ['PUBLIC', 'AUTHENTICATED', 'STAFF', 'ADMIN', 'CONTACT'];

/** What holds for every operation of the document, whoever adds it. */
describe('Every route', () => {
  let operations: Operation[];
  let world: World;
  let contact: Api;

  beforeAll(async () => {
    operations = await operationsOfDocument();
    world = await makeWorld();
    await openShops(world.admin);
    contact = await addContact(world, await addCustomer(world.admin, 'Muster GmbH'), 'MAIN_USER');
  });

  const callerOf = ({ audience }: Operation): Api => {
    if (audience === 'PUBLIC') return Api.onPage();
    return audience === 'CONTACT' ? contact : world.admin;
  };
  const url = (operation: Operation): string => fillPath(operation.path, Array<string>(3).fill(UNKNOWN_ID));

  /** Collects what is wrong with each operation, so that one run shows all. */
  async function eachOf(
    chosen: Operation[],
    check: (operation: Operation) => Promise<string | undefined>,
  ): Promise<void> {
    expect(chosen.length).toBeGreaterThan(0);
    const complaints: string[] = [];
    for (const operation of chosen) {
      const complaint = await check(operation);
      if (complaint) complaints.push(`${operation.id}: ${complaint}`);
    }
    expect(complaints).toEqual([]);
  }

  interface Answer {
    status: number;
    type: string;
    body: {
      status?: number;
      code?: string;
      title?: string;
      correlationId?: string;
      errors?: { pointer: string; code: string }[];
    };
  }

  /** Nothing, if the answer is the problem it should be. */
  function unlessProblem({ status, type, body }: Answer, ...statuses: number[]): string | undefined {
    const isProblem =
      type === 'application/problem+json' && body.status === status && body.code && body.correlationId;
    // For people: a word or some, not the code again.
    if (!/^\p{Lu}[\p{L} ]+$/u.test(body.title ?? '')) return `title ${body.title}`;
    return isProblem && statuses.includes(status) ? undefined : `${status} ${type} ${JSON.stringify(body)}`;
  }

  it('declares its audience', async () => {
    await eachOf(operations, async ({ audience }) =>
      AUDIENCES.includes(audience ?? '') ? undefined : String(audience),
    );
  });

  it('is described in German', async () => {
    await eachOf(operations, async ({ summary, description }) =>
      summary && description ? undefined : 'no summary or description',
    );
  });

  it('takes an Idempotency-Key where it creates', async () => {
    await eachOf(
      operations.filter(
        ({ method, statuses, audience }) =>
          method === 'post' && statuses.includes(201) && audience !== 'PUBLIC',
      ),
      async ({ idempotent }) => (idempotent ? undefined : 'takes none'),
    );
  });

  it('is not opened by tricks with its path', async () => {
    await eachOf(
      operations.filter(({ audience }) => audience !== 'PUBLIC'),
      async (operation) => {
        const path = url(operation);
        for (const trick of [
          path.replace('/api', '/%61pi'),
          path.replace('/api/', '/api//'),
          path.replace('/v1/', '/v1/./'),
          path.replace('/api/', '/public/..%2fapi/'),
          path.toUpperCase(),
          `/${path}`,
          `${path}/`,
          `${path};a=b`,
          `${path}%2f`,
          `${path}.json`,
        ]) {
          const answer = await Api.anonymous().request(operation.method, trick);
          const complaint = unlessProblem(answer, 401, 404);
          if (complaint) return `${trick}: ${complaint}`;
        }
        const head = await Api.anonymous().request('head', path);
        return [401, 404].includes(head.status) ? undefined : `HEAD: ${head.status}`;
      },
    );
  });

  it('asks strangers to log in', async () => {
    await eachOf(
      operations.filter(({ audience }) => audience !== 'PUBLIC'),
      async (operation) =>
        unlessProblem(await Api.anonymous().request(operation.method, url(operation)), 401),
    );
  });

  it('is closed to the other kind of principal', async () => {
    await eachOf(
      operations.filter(({ audience }) => ['STAFF', 'ADMIN', 'CONTACT'].includes(audience ?? '')),
      async (operation) => {
        const wrong = operation.audience === 'CONTACT' ? world.admin : contact;
        return unlessProblem(await wrong.request(operation.method, url(operation)), 403);
      },
    );
  });

  it('answers an unknown id, or what is none, with 404', async () => {
    await eachOf(
      operations.filter(({ idNames }) => idNames.length > 0),
      async (operation) => {
        for (const id of [UNKNOWN_ID, 'keine-id', '1', '%00']) {
          const path = fillPath(operation.path, Array<string>(3).fill(id));
          const call = callerOf(operation).request(operation.method, path).set('if-match', '"1"');
          const answer =
            operation.consumes === 'multipart/form-data'
              ? await call.attach('file', Buffer.from('x'), 'x.txt').field(besideTheFile(operation))
              : await (operation.consumes ? call.send(operation.exampleBody()) : call);
          const complaint = unlessProblem(answer, 404);
          if (complaint) return `${id}: ${complaint}`;
        }
        return undefined;
      },
    );
  });

  it('refuses a body that is no JSON, or no object', async () => {
    await eachOf(
      operations.filter(({ consumes }) => consumes === 'application/json'),
      async (operation) => {
        for (const body of ['{"a":', '[]', '"text"', '42', 'null', '{"__proto__":{}}']) {
          const answer = await callerOf(operation)
            .request(operation.method, url(operation))
            .set('if-match', '"1"')
            .type('json')
            .send(body);
          const complaint = unlessProblem(answer, 400, 422);
          if (complaint) return `${body}: ${complaint}`;
        }
        return undefined;
      },
    );
  });

  it('refuses fields that it does not know, and points to them', async () => {
    await eachOf(
      operations.filter(({ consumes }) => consumes === 'application/json'),
      async (operation) => {
        const answer = await callerOf(operation)
          .request(operation.method, url(operation))
          .set('if-match', '"1"')
          .send({ ...operation.exampleBody(), unbekannt: 1 });
        const pointers = (answer.body as Answer['body']).errors?.map(({ pointer }) => pointer);
        return pointers?.includes('/unbekannt') ? undefined : JSON.stringify(answer.body);
      },
    );
  });

  it('refuses query parameters that it does not know', async () => {
    await eachOf(
      operations.filter(({ consumes }) => !consumes),
      async (operation) => {
        const answer = await callerOf(operation)
          .request(operation.method, `${url(operation)}?unbekannt=1`)
          .set('if-match', '"1"');
        const complaint = unlessProblem(answer, 422);
        return complaint ?? (answer.body.errors?.[0]?.pointer === '?unbekannt' ? undefined : 'no pointer');
      },
    );
  });

  it('refuses repeated query parameters', async () => {
    await eachOf(
      operations.filter(({ query }) => query.includes('limit')),
      async (operation) =>
        unlessProblem(await callerOf(operation).request('get', `${url(operation)}?limit=1&limit=2`), 422),
    );
  });

  it('takes limits, counts and cursors only as documented', async () => {
    await eachOf(
      operations.filter(({ query }) => query.includes('limit')),
      async (operation) => {
        for (const query of [
          'limit=0',
          'limit=101',
          'limit=1.5',
          'limit=1e2',
          'cursor=xyz',
          `cursor=${Buffer.from('["name",1,2]').toString('base64url')}`,
          'count=maybe',
          'sort=price',
        ]) {
          const answer = await callerOf(operation).request('get', `${url(operation)}?${query}`);
          const complaint = unlessProblem(answer, ...(operation.idNames.length > 0 ? [404, 422] : [422]));
          if (complaint) return `${query}: ${complaint}`;
        }
        return undefined;
      },
    );
  });

  it('demands If-Match where a record is edited', async () => {
    await eachOf(
      // What people choose for themselves nobody else overwrites, and what is skipped nobody loses.
      operations.filter(({ method, id }) => method === 'patch' && !/^update(?:Me|FirstSteps)$/.test(id)),
      async (operation) => {
        const call = callerOf(operation).request('patch', url(operation));
        return unlessProblem(await call.send(operation.exampleBody()), 428);
      },
    );
  });

  function besideTheFile(operation: Operation): Record<string, string> {
    const { file: _file, ...fields } = operation.exampleBody();
    return fields as Record<string, string>;
  }
});
