import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { Api } from './support/api';
import { type Database, type Program, startDatabase, startProgram } from './support/stack';

const LIMIT = 2_000;

/** A program of its own, because it is broken here. */
describe('A program with a fault', () => {
  let database: Database;
  let program: Program;

  beforeAll(async () => {
    database = await startDatabase();
    program = await startProgram(database.url, database.dataDir, { BODY_LIMIT_BYTES: String(LIMIT) });
  });

  afterAll(async () => {
    await program.stop();
    await database.stop();
  });

  const caller = (): Api => Api.anonymous().at(program.baseUrl);

  it('takes bodies up to the size that is configured', async () => {
    const login = (size: number): ReturnType<Api['post']> =>
      caller()
        .post('/auth/login')
        .type('json')
        .send(`{"tenant":"${'x'.repeat(size)}"}`);
    expect((await login(LIMIT - 20)).status).toBe(422);
    expect((await login(LIMIT)).body).toMatchObject({ status: 413, code: 'too-large' });
  });

  it('says of other formats that it does not take them', async () => {
    const { status, body, headers } = await caller().post('/auth/login').type('application/xml').send('<x/>');
    expect([status, body.code]).toEqual([415, 'unsupported-media-type']);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  it('answers unexpected errors with nothing but an id, under which the operator finds them', async () => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query('ALTER TABLE tenants RENAME COLUMN slug TO schnecke');
    try {
      const { status, body, text } = await caller().get('/public/tenants/musterhaus');
      expect(status).toBe(500);
      expect(body).toEqual({
        type: 'about:blank',
        title: 'Unerwarteter Fehler',
        status: 500,
        code: 'internal-error',
        detail: 'Ein unerwarteter Fehler ist aufgetreten.',
        instance: '/api/v1/public/tenants/musterhaus',
        errors: [],
        correlationId: expect.any(String),
      });
      expect(text).not.toMatch(/slug|column|select|\.js/i);
      expect(readFileSync(program.logFile, 'utf8')).toContain(body.correlationId);
    } finally {
      await client.query('ALTER TABLE tenants RENAME COLUMN schnecke TO slug');
      await client.end();
    }
  });
});
