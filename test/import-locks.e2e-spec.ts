import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Response } from 'supertest';
import type { Api } from './support/api';
import { asSuperuser } from './support/database';
import { e2eEnvironment } from './support/environment';
import { importCsv } from './support/files';
import { makeWorld } from './support/world';

/** Somebody else's transaction, which keeps what it locks until it is told to end. */
class Holder {
  private constructor(private readonly client: Client) {}

  static async of(sql: string, values: unknown[] = []): Promise<Holder> {
    const client = new Client({ connectionString: e2eEnvironment().databaseUrl });
    await client.connect();
    await client.query('BEGIN');
    await client.query(sql, values);
    return new Holder(client);
  }

  async release(): Promise<void> {
    await this.client.query('ROLLBACK');
    await this.client.end();
  }

  /** Until somebody waits for what is held. */
  async isWaitedFor(): Promise<void> {
    const { rows } = await this.client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    for (let tries = 0; tries < 400; tries++) {
      const waiting = await asSuperuser(
        'SELECT 1 FROM pg_stat_activity WHERE $1 = ANY(pg_blocking_pids(pid))',
        [rows[0]?.pid],
      );
      if (waiting.length > 0) return;
      await sleep(10);
    }
    throw new Error('Nobody waits.');
  }
}

const BATCH = 500;

describe('While an import is under way', () => {
  let admin: Api;

  beforeEach(async () => {
    ({ admin } = await makeWorld());
  });

  /** Sends a file and lets its import wait for the row; answers once it does. */
  async function heldImport(
    collection: string,
    file: string,
    held: { table: string; id: string },
  ): Promise<{ holder: Holder; answer: Promise<Response> }> {
    const holder = await Holder.of(`SELECT 1 FROM ${held.table} WHERE id = $1 FOR UPDATE`, [held.id]);
    const answer = importCsv(admin, collection, file);
    answer.catch(() => undefined);
    await holder.isWaitedFor();
    return { holder, answer };
  }

  const numbersOf = async (path: string): Promise<Record<string, string>> => {
    const { body } = await admin.get(`/staff/${path}?limit=100`).expect(200);
    const items = body.items as { id: string; number?: string; assetTag?: string; name: string }[];
    return Object.fromEntries(
      items.map(({ id, ...item }) => [item.number ?? item.assetTag ?? item.name, id]),
    );
  };

  const FILES = {
    customers: { header: 'Kundennummer;Name', row: (key: string, name: string) => `${key};${name}` },
    articles: {
      header: 'Artikelnummer;Bezeichnung;Aktiv',
      row: (key: string, name: string) => `${key};${name};ja`,
    },
    devices: {
      header: 'Inventarnummer;Kundennummer;Name',
      row: (key: string, name: string) => `${key};KD-1;${name}`,
    },
  };
  type Collection = keyof typeof FILES;

  /** The first row is changed, then as many follow as are written at once, then one that somebody else keeps. */
  async function underWay(
    collection: Collection,
  ): Promise<{ ids: Record<string, string>; holder: Holder; answer: Promise<Response> }> {
    const { header, row } = FILES[collection];
    if (collection === 'devices')
      await admin.post('/staff/customers').send({ number: 'KD-1', name: 'x' }).expect(201);
    const before = [header, row('A', 'Alt'), row('B', 'Alt'), row('C', 'Alt')].join('\n');
    expect((await importCsv(admin, collection, before)).body).toMatchObject({ created: 3 });
    const ids = await numbersOf(collection);
    const many = Array.from({ length: BATCH }, (_, i) => row(`N-${i}`, 'Neu'));
    const file = [header, row('A', 'Neu'), row('C', 'Alt'), ...many, row('B', 'Neu')].join('\n');
    const held = await heldImport(collection, file, { table: collection, id: ids.B ?? '' });
    return { ids, ...held };
  }

  it.each(Object.keys(FILES) as Collection[])(
    'another of %s is refused, and no other kind',
    async (collection) => {
      const { holder, answer } = await underWay(collection);
      const { header, row } = FILES[collection];
      try {
        const other = await importCsv(admin, collection, [header, row('Z', 'x')].join('\n'));
        expect([other.status, other.body.code]).toEqual([409, 'import.running']);
        const kind = collection === 'articles' ? 'customers' : 'articles';
        const unrelated = await importCsv(
          admin,
          kind,
          [FILES[kind].header, FILES[kind].row('Z', 'x')].join('\n'),
        );
        expect([unrelated.status, unrelated.body.created]).toEqual([200, 1]);
      } finally {
        await holder.release();
      }
      expect((await answer).body).toMatchObject({ created: BATCH, updated: 2, unchanged: 1 });
      expect((await importCsv(admin, collection, [header, row('Z', 'x')].join('\n'))).status).toBe(200);
    },
  );

  it('a change of an accessory that it has changed fails soon, and no other change waits', async () => {
    const header = 'Druckerhersteller;Druckermodell;Artikelnummer;Art';
    const articles = ['Artikelnummer;Bezeichnung;Aktiv', ...['A', 'B', 'C'].map((key) => `${key};x;ja`)].join(
      '\n',
    );
    expect((await importCsv(admin, 'articles', articles)).body).toMatchObject({ created: 3 });
    const before = [header, 'Brother;HL;A;Alt', 'Brother;HL;B;Alt', 'Brother;HL;C;Alt'].join('\n');
    expect((await importCsv(admin, 'printer-models', before)).body).toMatchObject({ created: 3 });
    const ids = await numbersOf('articles');
    const { HL: model = '' } = await numbersOf('printer-models');
    const holder = await Holder.of(
      'SELECT 1 FROM printer_model_accessories WHERE printer_model_id = $1 AND article_id = $2 FOR UPDATE',
      [model, ids.B],
    );
    const many = Array.from({ length: BATCH }, (_, i) => `Canon;N-${i};;`);
    const file = [header, 'Brother;HL;A;Neu', 'Brother;HL;C;Alt', ...many, 'Brother;HL;B;Neu'].join('\n');
    const answer = importCsv(admin, 'printer-models', file);
    answer.catch(() => undefined);
    const put = (id = ''): ReturnType<Api['put']> =>
      admin.put(`/staff/printer-models/${model}/accessories/${id}`).send({ kind: 'Von Hand' });
    try {
      await holder.isWaitedFor();
      const changed = await put(ids.A);
      expect([changed.status, changed.body.code]).toEqual([409, 'record-busy']);
      await put(ids.C).expect(200);
    } finally {
      await holder.release();
    }
    expect((await answer).status).toBe(200);
    await put(ids.A).expect(200);
  });

  it.each(Object.keys(FILES) as Collection[])(
    'whoever changes a row of %s that it has changed is told so soon, and nobody else waits',
    async (collection) => {
      const { ids, holder, answer } = await underWay(collection);
      const patch = async (id = ''): Promise<Response> => {
        const { headers } = await admin.get(`/staff/${collection}/${id}`).expect(200);
        return admin
          .patch(`/staff/${collection}/${id}`)
          .set('if-match', String(headers.etag))
          .send({ name: 'Von Hand' });
      };
      try {
        const changed = await patch(ids.A);
        expect([changed.status, changed.body.code]).toEqual([409, 'record-busy']);
        expect((await patch(ids.C)).status).toBe(200);
      } finally {
        await holder.release();
      }
      expect((await answer).status).toBe(200);
      expect((await patch(ids.A)).status).toBe(200);
    },
  );
});
