import { asSuperuser } from './support/database';

interface OwnFunction {
  readonly name: string;
  readonly source: string;
}

/** What a distributed database refuses, as far as it can be read off the schema; test/distributed tries it on one. */
describe('Functions of the schema', () => {
  const own = (condition: string): Promise<OwnFunction[]> =>
    asSuperuser<OwnFunction>(
      `SELECT p.proname AS name, p.prosrc AS source FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
       WHERE p.pronamespace = 'public'::regnamespace AND ${condition} AND NOT EXISTS (
         SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')`,
    );
  const names = (functions: readonly OwnFunction[]): string[] => functions.map(({ name }) => name).sort();

  it('that read or write tables are in PL/pgSQL, whose parameters are values', async () => {
    expect(names(await own(`l.lanname = 'sql'`))).toContain('search_fold');
    expect(names(await own(`l.lanname = 'sql' AND p.provolatile <> 'i'`))).toEqual([]);
  });

  it('notify nobody from a shard, as its transaction may be committed in two phases', async () => {
    const notifying = await own(`p.prosrc ~* '\\mnotify\\M|pg_notify'`);
    expect(names(notifying)).toEqual(['tell_sessions_end']);
    expect(notifying.filter(({ source }) => !source.includes('TG_TABLE_NAME'))).toEqual([]);
  });
});
