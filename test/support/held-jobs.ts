import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

const HOLD = `
  CREATE FUNCTION hold_job() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    NEW.run_at := '2100-01-01';
    RETURN NEW;
  END $$;
  CREATE TRIGGER hold BEFORE INSERT ON job_outbox FOR EACH ROW EXECUTE FUNCTION hold_job();`;

/** What was due before jobs were held, or is being done. */
const DUE = `
  SELECT FROM graphile_worker.jobs WHERE (run_at <= now() OR locked_at IS NOT NULL) AND attempts < max_attempts
  UNION ALL SELECT FROM job_outbox WHERE run_at <= now()`;
const LOOKS_EVERY_MS = 50;
const MAX_WAIT_MS = 60_000;

/** From now on jobs are written and handed over as always, for a day long after all of this: what is measured is answering, and nothing behind it. */
export async function holdJobs(url: string): Promise<void> {
  await connected(url, (client) => client.query(HOLD));
}

/** Holds jobs, and waits until the program's workers have done those that were due before. */
export async function holdJobsOnceDone(url: string): Promise<void> {
  await connected(url, async (client) => {
    await client.query(HOLD);
    const end = Date.now() + MAX_WAIT_MS;
    while ((await client.query(DUE)).rowCount !== 0) {
      if (Date.now() > end) throw new Error('The workers do not come to an end.');
      await sleep(LOOKS_EVERY_MS);
    }
  });
}

async function connected(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await work(client).finally(() => client.end());
}
