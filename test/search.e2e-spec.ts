import type { Api } from './support/api';
import { asSuperuser } from './support/database';
import { operationsOfDocument } from './support/operations';
import { addContact, addCustomer } from './support/population';
import { makeSearches, type Searched } from './support/searches';
import { makeWorld, type World } from './support/world';

/** What people see, and what of it they may type. */
const SEEN: readonly (readonly [string, readonly string[]])[] = [
  ['Wal/Hai', ['Wal/Hai', 'Wal', 'Hai', 'hai wal']],
  ['Elch.pdf', ['Elch.pdf', 'Elch', 'pdf']],
  ['RE-2026/00471', ['RE-2026/00471', '00471', '2026/00471', 're-2026', 're-2026/004']],
  ['https://uhu2.example/Lachs?x=Aal', ['https://uhu2.example', 'uhu2', 'uhu2.example/lachs', 'aal']],
  ['srv-dc01.firma.local', ['srv-dc01.firma.local', 'dc01', 'firma.local', 'local', 'srv']],
  ['kim.specht@kunde.example', ['kim.specht@kunde.example', 'specht', '@kunde.example', 'kim']],
  ['i<Dachs und Iltis>', ['Iltis', 'Dachs', 'i<Dachs und Iltis>', '<Dachs und Iltis>']],
  ['Müller & Söhne GmbH', ['Müller und Söhne', 'Mueller Soehne', 'MÜLLER & SÖHNE', 'Müller + Söhne']],
  ['Bäcker und Konditor', ['Bäcker & Konditor', 'Baecker Konditor', 'konditor']],
  ['Straßenbau Groß', ['Strassenbau Gross', 'STRASSENBAU', 'groß', 'straße']],
  ['Netzwerkdrucker', ['Drucker', 'Netzwerk', 'drucker netzwerk', 'werkdruck', 'Netzwerkdru']],
  ['Farblaser-Kopierer', ['Farblaserkopierer', 'Kopierer', 'laser', 'Farblaser-Kopierer']],
  ['E-Mail Büro', ['Email', 'E-Mail', 'Bu\u0308ro', 'BUERO']],
  ['50% \\ Rabatt_A', ['50%', '50% \\ Rabatt_A', 'rabatt']],
];

const MANY = 30_000;
const SEARCHED = `'device_search'::regclass`;

describe('Every search', () => {
  let world: World;
  let customer: string;
  let contact: Api;
  let searches: readonly Searched[];

  beforeAll(async () => {
    world = await makeWorld();
    customer = await addCustomer(world.admin, 'Zimmerei Adler');
    contact = await addContact(world, customer, 'MAIN_USER');
    searches = await makeSearches(world, contact, customer);
  }, 120_000);

  async function found(search: Searched, text: string, besides = ''): Promise<string[]> {
    const path = `${search.path(customer)}?limit=100&search=${encodeURIComponent(text)}${besides}`;
    const { body } = await search.caller.get(path).expect(200);
    return (body.items as { id: string }[]).map(({ id }) => id);
  }

  it('of the document is tried here', async () => {
    const searching = (await operationsOfDocument())
      // What is taken along as a file is found in the same way as its list.
      .filter(({ query }) => query.includes('search') && query.includes('limit'))
      .map(({ path }) => path)
      .sort();
    expect([...new Set(searches.map(({ path }) => `/api/v1${path('{id}')}`))].sort()).toEqual(searching);
  });

  it('finds what people see, and its parts', async () => {
    const complaints: string[] = [];
    for (const search of searches) {
      for (const [seen, typed] of SEEN) {
        const id = await search.add(seen);
        for (const text of typed) {
          if (!(await found(search, text)).includes(id))
            complaints.push(`${search.name}: ${seen} by ${text}`);
        }
      }
    }
    expect(complaints).toEqual([]);
  }, 240_000);

  it('finds nothing but that', async () => {
    for (const search of searches) {
      const id = await search.add('Blechschere Amsel-Fink 70815');
      const others = ['Kormoran', 'Kormoran Amsel', 'Blech 4712', '99', '---', '<>', ...(search.apart ?? [])];
      for (const text of others) {
        expect([search.name, text, await found(search, text)]).toEqual([
          search.name,
          text,
          expect.not.arrayContaining([id]),
        ]);
      }
    }
  }, 60_000);

  it('filters before it cuts, and counts all of what it finds', async () => {
    for (const [index, search] of searches.entries()) {
      // Each its own word: some search the same table.
      const word = `${'abcdefghijklmno'[index]}zwergwal`;
      const id = await search.add(word);
      // More than any limit there was; the few that pass the filter come last by every order.
      await copies(search.table, id, 1_150, {});
      if (search.filter) await copies(search.table, id, 40, search.filter.row);
      const all = search.filter ? 1_191 : 1_151;
      expect([search.name, await walk(search, word, '')]).toEqual([search.name, { total: all, rows: all }]);
      if (!search.filter) continue;
      const some = await walk(search, word, `&${search.filter.query}`);
      expect([search.name, some]).toEqual([search.name, { total: 40, rows: 40 }]);
    }
  }, 240_000);

  /** What the list counts, and how many different rows there are on all its pages. */
  async function walk(
    { caller, path }: Searched,
    word: string,
    filter: string,
  ): Promise<{ total: number; rows: number }> {
    const ids = new Set<string>();
    let [cursor, total] = ['', 0];
    do {
      const query = `search=${word}&limit=100${filter}${cursor || '&count=true'}`;
      const { body } = await caller.get(`${path(customer)}?${query}`).expect(200);
      for (const { id } of body.items as { id: string }[]) ids.add(id);
      total = body.totalCount ?? total;
      cursor = body.nextCursor ? `&cursor=${encodeURIComponent(String(body.nextCursor))}` : '';
    } while (cursor);
    return { total, rows: ids.size };
  }

  /** Copies of a row with ids, numbers and names of their own; the database makes the keys that go with them. */
  async function copies(table: string, id: string, count: number, changes: object): Promise<void> {
    const name = table === 'printer_models' ? `t.name || ' ' || n` : `to_jsonb(t)->>'name'`;
    await asSuperuser(
      `INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table}, to_jsonb(t) || $3::jsonb || jsonb_build_object(
         'id', gen_random_uuid(), 'number', 'X-' || (random() * 1e15)::bigint, 'name', ${name},
         'number_key', NULL, 'name_key', NULL))).*
       FROM ${table} t, generate_series(1, $2) n WHERE t.id = $1`,
      [id, count, JSON.stringify(changes)],
    );
  }

  it('finds nothing of another tenant, whichever id is named', async () => {
    const stranger = await makeWorld();
    await addCustomer(stranger.admin, 'Nachtigall GmbH');
    const tenants = await asSuperuser<{ id: string; slug: string }>('SELECT id, slug FROM tenants');
    const idOf = ({ tenant }: World): string | undefined =>
      tenants.find(({ slug }) => slug === tenant.slug)?.id;
    const asked = async (tenant: string | undefined, named: string | undefined): Promise<number> => {
      const [row] = await asSuperuser<{ n: number }>(
        `SELECT count(*)::int AS n FROM (SELECT set_config('app.tenant_id', '${tenant}', true) OFFSET 0) s,
           LATERAL search_customers('${named}', 'Nachtigall' || left(s.set_config, 0))`,
      );
      return row?.n ?? -1;
    };
    expect(await asked(idOf(stranger), idOf(stranger))).toBe(1);
    expect(await asked(idOf(world), idOf(stranger))).toBe(0);
    expect(await asked(idOf(world), idOf(world))).toBe(0);
  });

  it('reads little where its longest word is in everything, whether the others are there, misspelt or nowhere', async () => {
    const other = await makeWorld();
    const id = await addCustomer(other.admin, 'Viel GmbH');
    const { body: me } = await other.admin.get('/auth/me').expect(200);
    const tenant = String(me.tenantId);
    await asSuperuser(
      `INSERT INTO device_search (tenant_id, device_id, customer_id, printer, codes, text)
       SELECT $1, uuidv7(), $2, true, '{}',
         ' ' || search_words('Netzwerkdrucker ' || n || CASE WHEN n % 6000 = 0 THEN ' Empfang' ELSE ' Lager' END)
       FROM generate_series(1, ${MANY}) n`,
      [tenant, id],
    );
    await asSuperuser('VACUUM ANALYZE device_search');
    const readBy = async (words: string): Promise<{ hits: number; rows: number }> => {
      const [found] = await asSuperuser<{ hits: number; rows: number }>(
        `WITH tenant AS MATERIALIZED (SELECT set_config('app.tenant_id', $1, false)),
           found AS MATERIALIZED (
             SELECT count(s.id)::int AS hits FROM tenant, LATERAL search_devices_everywhere($1::uuid, $2) s
             WHERE tenant IS NOT NULL)
         SELECT hits, (pg_stat_get_xact_tuples_fetched(${SEARCHED}) + pg_stat_get_xact_tuples_returned(${SEARCHED}))::int AS rows
         FROM found`,
        [tenant, words],
      );
      return found!;
    };
    for (const [words, hits] of [
      ['netzwerkdrucker empfang', 5],
      ['netzwerkdrucker empfnag', 5],
      ['netzwerkdrucker gibtesnicht', 0],
    ] as const) {
      const read = await readBy(words);
      expect({ words, hits: read.hits, few: read.rows < MANY / 10 || read.rows }).toEqual({
        words,
        hits,
        few: true,
      });
    }
    // All of them, in an order nonetheless.
    expect((await readBy('netzwerkdrucker')).hits).toBe(MANY);
  }, 60_000);
});
