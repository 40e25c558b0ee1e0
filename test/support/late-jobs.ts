import { asSuperuser } from './database';

/**
 * From now on everything that a tenant's changes bring about waits: mails are queued and sent only once it is released, as
 * where the worker is far behind.
 */
export async function putOffJobsOf(tenantId: string): Promise<() => Promise<void>> {
  const name = `put_off_${tenantId.replaceAll('-', '')}`;
  await asSuperuser(`
    CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      NEW.run_at := now() + interval '1 hour';
      RETURN NEW;
    END $$;
    CREATE TRIGGER ${name} BEFORE INSERT ON graphile_worker._private_jobs FOR EACH ROW
      WHEN (NEW.payload ->> 'tenantId' = '${tenantId}') EXECUTE FUNCTION ${name}()`);
  return async () => {
    await asSuperuser(`
      DROP TRIGGER ${name} ON graphile_worker._private_jobs;
      DROP FUNCTION ${name}`);
    await asSuperuser(
      `UPDATE graphile_worker._private_jobs SET run_at = now() WHERE payload ->> 'tenantId' = $1`,
      [tenantId],
    );
  };
}
