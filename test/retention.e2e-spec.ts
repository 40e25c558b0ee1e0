import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Api } from './support/api';
import { asSuperuser } from './support/database';
import { registrationItem } from './support/inbox';
import { addContact, addCustomer } from './support/population';
import { makeWorld, PASSWORD, type World } from './support/world';

interface Decision {
  readonly table: string;
  readonly kept: string;
}

function decisions(): Decision[] {
  const text = readFileSync(join(__dirname, '../docs/operations.md'), 'utf8');
  const section = text.split('## What is kept of people')[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| `([\w.]+)` +\|[^|]*\| *([^|]*?) *\|$/gm)].map(
    ([, table = '', kept = '']) => ({
      table,
      kept,
    }),
  );
}

/** Makes a row of the tenant so old that it goes, and tells how to find it. */
interface Aged {
  readonly age: string;
  readonly younger: string;
  readonly find: string;
}

/** Of every table with a period of its own: how its rows grow old, just enough and just not enough. */
const AGED: Readonly<Record<string, Aged>> = {
  audit_entries: {
    age: `UPDATE audit_entries SET occurred_at = now() - interval '3 years 1 day' WHERE tenant_id = $1`,
    younger: `UPDATE audit_entries SET occurred_at = now() - interval '3 years' + interval '1 day' WHERE tenant_id = $1`,
    find: `SELECT FROM audit_entries WHERE tenant_id = $1`,
  },
  idempotency_keys: {
    age: `UPDATE idempotency_keys SET created_at = now() - interval '8 days' WHERE tenant_id = $1`,
    younger: `UPDATE idempotency_keys SET created_at = now() - interval '6 days' WHERE tenant_id = $1`,
    find: `SELECT FROM idempotency_keys WHERE tenant_id = $1`,
  },
  mailed_addresses: {
    age: `UPDATE mailed_addresses SET updated_at = now() - interval '8 days' WHERE tenant_id = $1`,
    younger: `UPDATE mailed_addresses SET updated_at = now() - interval '6 days' WHERE tenant_id = $1`,
    find: `SELECT FROM mailed_addresses WHERE tenant_id = $1`,
  },
  one_time_tokens: {
    age: `UPDATE one_time_tokens SET expires_at = now() - interval '31 days' WHERE tenant_id = $1`,
    younger: `UPDATE one_time_tokens SET expires_at = now() - interval '29 days' WHERE tenant_id = $1`,
    find: `SELECT FROM one_time_tokens WHERE tenant_id = $1`,
  },
  outgoing_mails: {
    age: `UPDATE outgoing_mails SET created_at = now() - interval '91 days' WHERE tenant_id = $1`,
    younger: `UPDATE outgoing_mails SET created_at = now() - interval '89 days' WHERE tenant_id = $1`,
    find: `SELECT FROM outgoing_mails WHERE tenant_id = $1`,
  },
  registrations: {
    age: `UPDATE registrations SET created_at = now() - interval '181 days', verified_at = NULL WHERE tenant_id = $1`,
    younger: `UPDATE registrations SET created_at = now() - interval '179 days', verified_at = NULL WHERE tenant_id = $1`,
    // With its item in the Postkorb.
    find: `SELECT FROM registrations WHERE tenant_id = $1 AND (email <> '' OR last_name <> '' OR company <> '')
      UNION ALL SELECT FROM inbox_items WHERE tenant_id = $1`,
  },
  sessions: {
    age: `UPDATE sessions SET ended_at = now() - interval '31 days' WHERE tenant_id = $1`,
    younger: `UPDATE sessions SET ended_at = now() - interval '29 days' WHERE tenant_id = $1`,
    find: `SELECT FROM sessions WHERE tenant_id = $1`,
  },
  // Sent for no ticket.
  ticket_attachments: {
    age: `UPDATE ticket_attachments SET created_at = now() - interval '25 hours' WHERE tenant_id = $1`,
    younger: `UPDATE ticket_attachments SET created_at = now() - interval '23 hours' WHERE tenant_id = $1`,
    find: `SELECT FROM ticket_attachments WHERE tenant_id = $1`,
  },
  'graphile_worker._private_jobs': {
    age: `UPDATE graphile_worker._private_jobs SET updated_at = now() - interval '31 days' WHERE payload ->> 'tenantId' = $1::text`,
    younger: `UPDATE graphile_worker._private_jobs SET updated_at = now() - interval '29 days' WHERE payload ->> 'tenantId' = $1::text`,
    // What waits for its time, e.g. the next round of mails to staff, is not given up.
    find: `SELECT FROM graphile_worker._private_jobs WHERE payload ->> 'tenantId' = $1::text AND attempts >= max_attempts`,
  },
};

/** By the library of the limits, an hour after the window; see limits.e2e-spec.ts for what is in it. */
const BY_THE_LIBRARY = ['rate_limits'];

const HOUSEKEEPING = [
  'Housekeeping.tidyUp',
  'RegistrationHousekeeping.tidyUp',
  'RecordsHousekeeping.tidyUp',
  'DraftUploadsService.sweep',
];

async function tidyUp(): Promise<void> {
  for (const task of HOUSEKEEPING) {
    const [job] = await asSuperuser<{ id: string }>(`SELECT (graphile_worker.add_job($1, '{}'::json)).id`, [
      task,
    ]);
    const waiting = () => asSuperuser(`SELECT FROM graphile_worker._private_jobs WHERE id = $1`, [job!.id]);
    for (let waits = 0; (await waiting()).length > 0 && waits < 300; waits++) await sleep(100);
    expect(await waiting()).toEqual([]);
  }
}

describe('What is kept of people', () => {
  let world: World;
  let tenantId: string;
  let other: World;

  beforeAll(async () => {
    [world, other] = [await furnished(), await furnished()];
    tenantId = await idOf(world);
  });

  async function idOf({ tenant }: World): Promise<string> {
    const [row] = await asSuperuser<{ id: string }>('SELECT id FROM tenants WHERE slug = $1', [tenant.slug]);
    return row!.id;
  }

  /** Something in every table that has a period. */
  async function furnished(): Promise<World> {
    const made = await makeWorld();
    const customerId = await addCustomer(made.admin, 'Erste GmbH');
    const contact = await addContact(made, customerId, 'USER');
    await registrationItem(made);
    await contact.post('/portal/uploads').attach('file', Buffer.from('x'), 'x.txt').expect(201);
    await made.admin
      .post(`/staff/customers/${customerId}/contacts`)
      .set('idempotency-key', 'kept-for-a-while')
      .send({ lastName: 'Einmal', email: 'einmal@erste.example' })
      .expect(201);
    await Api.anonymous()
      .post('/auth/password-reset-requests')
      .send({ tenant: made.tenant.slug, email: contact.email })
      .expect(202);
    await Api.signIn({ tenant: made.tenant.slug, email: contact.email, password: PASSWORD });
    const id = await idOf(made);
    await asSuperuser(
      `SELECT graphile_worker.add_job('nobody-does-it', json_build_object('tenantId', $1::text))`,
      [id],
    );
    await asSuperuser(
      `UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE payload ->> 'tenantId' = $1
         AND task_id = (SELECT id FROM graphile_worker._private_tasks WHERE identifier = 'nobody-does-it')`,
      [id],
    );
    // What still waits would leave meanwhile.
    for (let waits = 0; waits < 200; waits++) {
      const queued = await asSuperuser(
        `SELECT FROM outgoing_mails WHERE tenant_id = $1 AND state = 'QUEUED'`,
        [id],
      );
      if (queued.length === 0) break;
      await sleep(50);
    }
    return made;
  }

  it('is decided for every table', async () => {
    const tables = await asSuperuser<{ name: string }>(
      `SELECT CASE table_schema WHEN 'public' THEN '' ELSE table_schema || '.' END || table_name AS name
       FROM information_schema.tables
       WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
    );
    const decided = decisions().map(({ table }) => table);
    expect(decided.sort()).toEqual(tables.map(({ name }) => name).sort());
    expect(decisions().filter(({ kept }) => kept === '')).toEqual([]);
  });

  it('is thrown away where there is a period, which is tried here', () => {
    const periods = decisions().filter(({ kept }) => /\d+ (?:days|years)|\bhours?\b/.test(kept));
    expect([...Object.keys(AGED), ...BY_THE_LIBRARY].sort()).toEqual(
      periods.map(({ table }) => table).sort(),
    );
  });

  it.each(Object.entries(AGED))(
    'stays until its time is over, and goes then: %s',
    async (_, { age, younger, find }) => {
      const left = async (id: string): Promise<number> => (await asSuperuser(find, [id])).length;
      const there = await left(tenantId);
      expect(there).toBeGreaterThan(0);
      await asSuperuser(younger, [tenantId]);
      await tidyUp();
      expect(await left(tenantId)).toBe(there);
      await asSuperuser(age, [tenantId]);
      await tidyUp();
      // What belongs to it may go a moment later.
      for (let waits = 0; (await left(tenantId)) > 0 && waits < 100; waits++) await sleep(100);
      expect(await left(tenantId)).toBe(0);
      expect(await left(await idOf(other))).toBeGreaterThan(0);
    },
  );

  it('cannot be thrown away before by the program, of the audit log', async () => {
    const id = await idOf(other);
    await asSuperuser(
      `BEGIN; SET LOCAL ROLE kundenportal_app; SELECT set_config('app.tenant_id', '${id}', true);
       SELECT forget_old_audit_entries(); COMMIT`,
    );
    expect(
      (await asSuperuser('SELECT FROM audit_entries WHERE tenant_id = $1', [id])).length,
    ).toBeGreaterThan(0);
  });

  it('stores no personal data in the counters of the limits', async () => {
    const wrong = {
      tenant: world.tenant.slug,
      email: world.tenant.adminEmail,
      password: 'Regenschirm falsch 1',
    };
    await Api.anonymous().post('/auth/login').send(wrong).expect(401);
    const keys = await asSuperuser<{ key: string }>('SELECT key FROM rate_limits');
    const names = new Set(keys.map(({ key }) => key.split(':')[0]));
    expect([...names]).toEqual(expect.arrayContaining(['address', 'principal', 'login-address']));
    expect(keys.filter(({ key }) => !/^[a-z-]+:[A-Za-z0-9_-]{43}$/.test(key))).toEqual([]);
  });
});
