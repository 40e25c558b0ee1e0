import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type QueryResultRow } from 'pg';
import { inForm } from '../support/form';
import { MailServer } from '../support/mail-server';
import { type PostgresProcess, startPostgresProcess } from '../support/postgres-process';
import { Relay } from '../support/relay';
import { type Program, startProgram } from '../support/stack';
import { type Credentials, Tenant } from './tenant';

/** Hundreds of crashes leave thousands of mails. */
const AT_REST_WITHIN_MS = inForm({ short: 60_000, long: 600_000 });

type StartPostgres = (folder: string) => Promise<PostgresProcess>;

/** A program with a database behind a cable that can be pulled, a mail server that can fail, and somebody who uses it. */
export class Scene {
  program!: Program;
  contact!: Credentials;
  /** What the contact can order. */
  articles!: readonly string[];
  /** Mails that came twice and have been spoken of. */
  copies = 0;
  private readonly closing: (() => void)[] = [];

  private constructor(
    readonly folder: string,
    readonly mail: MailServer,
    private postgres: PostgresProcess,
    private readonly relay: Relay,
    private readonly startPostgres: StartPostgres,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  static async open(
    settings: Readonly<Record<string, string>> = {},
    startPostgres: StartPostgres = (folder) => startPostgresProcess(join(folder, 'database')),
  ): Promise<Scene> {
    const folder = mkdtempSync(join(tmpdir(), 'kundenportal-resilience-'));
    chmodSync(folder, 0o755);
    const mail = await MailServer.start();
    const postgres = await startPostgres(folder);
    const relay = new Relay(postgres.url);
    await relay.connectTo(postgres.url);
    const scene = new Scene(folder, mail, postgres, relay, startPostgres, {
      SMTP_URL: mail.url,
      PUBLIC_URL: 'http://portal.localhost',
      REQUESTS_PER_MINUTE: '100000000',
      ...settings,
    });
    scene.program = await scene.start();
    const tenant = new Tenant(scene.program, mail);
    scene.contact = await tenant.populate();
    scene.articles = tenant.articles;
    return scene;
  }

  /** A further instance, on the same database unless another is given. */
  start(databaseUrl = this.relay.url): Promise<Program> {
    const folder = mkdtempSync(join(this.folder, 'program-'));
    mkdirSync(join(this.folder, 'data'), { recursive: true });
    return startProgram(databaseUrl, folder, { ...this.settings, DATA_DIR: join(this.folder, 'data') });
  }

  /** As the kernel does when memory runs out, and up again. Answers with the time until it was ready, in ms. */
  async killAndRestart(): Promise<number> {
    const exit = once(this.program.child, 'exit');
    this.program.child.kill('SIGKILL');
    await exit;
    const since = Date.now();
    this.program = await this.start();
    return Date.now() - since;
  }

  /** Connects the superuser, past the relay. */
  get databaseUrl(): string {
    return this.postgres.url;
  }

  /** The server ends without a word to anybody and replays its log when it is back. */
  async crashPostgres(): Promise<void> {
    const [pid] = readFileSync(join(this.postgres.dataFolder, 'postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 'SIGQUIT');
    await this.relay.refuse();
    await this.postgres.kill();
  }

  async restorePostgres(): Promise<void> {
    this.postgres = await this.startPostgres(this.folder);
    await this.relay.connectTo(this.postgres.url);
  }

  /** Starts the server again if it has not survived. */
  async revivePostgres(): Promise<void> {
    for (let tries = 0; tries < 20; tries++) {
      try {
        await this.rows('SELECT 1');
        return;
      } catch {
        await sleep(100);
      }
    }
    await this.relay.refuse();
    await this.postgres.kill();
    await this.restorePostgres();
  }

  /** Where it is asked past row-level security what has become of everything. */
  async rows<Row extends QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const client = await this.connect();
    try {
      return (await client.query<Row>(sql, values)).rows;
    } finally {
      await client.end();
    }
  }

  async connect(): Promise<Client> {
    const client = new Client({ connectionString: this.postgres.url });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  /** For what goes on by itself and must not outlive the scene. */
  onClose(listener: () => void): void {
    this.closing.push(listener);
  }

  async close(): Promise<void> {
    for (const end of this.closing) end();
    await this.program.stop();
    await this.relay.refuse().catch(() => undefined);
    await this.postgres.stop().catch(() => undefined);
    await this.mail.stop();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }

  /**
   * Waits until the worker has nothing left to do. Jobs that failed wait longer and longer: they are told that their time
   * has come.
   */
  async atRest(): Promise<void> {
    const deadline = Date.now() + AT_REST_WITHIN_MS;
    for (let quiet = 0; quiet < 3;) {
      const [row] = await this.rows<{ jobs: number; mails: number }>(
        `WITH due AS (
           SELECT graphile_worker.reschedule_jobs(array_agg(id), run_at => now())
           FROM graphile_worker.jobs WHERE run_at > now() AND locked_at IS NULL)
         SELECT (SELECT count(*) FROM due) AS rescheduled,
           (SELECT count(*)::int FROM graphile_worker.jobs WHERE attempts < max_attempts)
             + (SELECT count(*)::int FROM job_outbox) AS jobs,
           (SELECT count(*)::int FROM outgoing_mails WHERE state = 'QUEUED') AS mails`,
      );
      quiet = row?.jobs === 0 && row.mails === 0 ? quiet + 1 : 0;
      if (Date.now() > deadline)
        throw new Error(`Left over: ${JSON.stringify([row, ...(await this.leftOver())])}.`);
      await sleep(200);
    }
  }

  /** Some jobs that are not done, for whoever asks why. */
  private leftOver(): Promise<object[]> {
    return this.rows<object>(
      `SELECT task_identifier AS job, attempts, last_error, locked_by, now() - locked_at AS locked_for, now() - run_at AS due_for
       FROM graphile_worker.jobs
       UNION ALL SELECT identifier, NULL, 'in the outbox', NULL, NULL, NULL FROM job_outbox LIMIT 5`,
    );
  }

  login(credentials: Credentials): Promise<string> {
    return new Tenant(this.program, this.mail).login(credentials);
  }
}
