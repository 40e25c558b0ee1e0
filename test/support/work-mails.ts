import { asSuperuser } from './database';
import { type Mail, mailsTo } from './mailbox';
import { jobsDone } from './rows';

const MOMENTS: Readonly<Record<string, readonly string[]>> = {
  tickets: ['created_at', 'updated_at', 'public_activity_at'],
  ticket_comments: ['created_at'],
  ticket_history: ['at'],
  inbox_items: ['created_at', 'reopened_at'],
  work_mail_choices: ['told_until'],
};

/** As if everything at a tenant had happened so much earlier. */
export async function age(tenantId: string, by: string): Promise<void> {
  for (const [table, columns] of Object.entries(MOMENTS)) {
    const changes = columns.map((column) => `${column} = ${column} - interval '${by}'`);
    await asSuperuser(`UPDATE ${table} SET ${changes.join(', ')} WHERE tenant_id = $1`, [tenantId]);
  }
}

/** Lets some minutes pass: the rounds that wait are held. How many there were. */
export async function holdRounds(tenantId: string): Promise<number> {
  await jobsDone();
  await age(tenantId, '10 minutes');
  const waiting = await asSuperuser(
    `SELECT id FROM graphile_worker.reschedule_jobs(
       ARRAY(SELECT id FROM graphile_worker.jobs WHERE key LIKE $1), run_at => now())`,
    [`work-mails.tell:${tenantId}:%`],
  );
  await jobsDone();
  await jobsDone();
  return waiting.length;
}

/** What the hourly schedule does. */
export async function runDigests(): Promise<void> {
  await asSuperuser(`SELECT graphile_worker.add_job('WorkMailRounds.tellDaily', '{}'::json)`);
  await jobsDone();
  await jobsDone();
}

/** Mails about work, the oldest first. */
export async function workMailsTo(email: string): Promise<Mail[]> {
  const mails = await mailsTo(email);
  return mails.filter(({ subject }) => /^(Neu|Tagesüberblick|New|Daily overview): /.test(subject)).reverse();
}
