import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { Api } from './api';
import { MailServer, type ReceivedMail } from './mail-server';
import { operatorProgram } from './operator';
import { type Database, type Program, startDatabase, startProgram } from './stack';
import { PASSWORD } from './world';

type Settings = Readonly<Record<string, string>>;

/** A program of its own, with a mail server that can fail. */
export class MailProgram {
  private tenants = 0;

  private constructor(
    readonly database: Database,
    /** Another one may take its place. */
    public server: MailServer,
    public program: Program,
    private readonly operator: ReturnType<typeof operatorProgram>,
  ) {}

  static async start(): Promise<MailProgram> {
    const database = await startDatabase();
    const server = await MailServer.start();
    const program = await startWith(database, server);
    return new MailProgram(database, server, program, operatorProgram(program));
  }

  async stop(): Promise<void> {
    this.operator.end();
    await this.program.stop();
    await this.server.stop();
    await this.database.stop();
  }

  /** The program goes on with other settings, or after it has ended. */
  async restart(settings: Settings = {}): Promise<void> {
    await this.program.stop();
    this.program = await startWith(this.database, this.server, settings);
  }

  /** Makes a tenant, whose administrator is to get a mail; answers with their address. */
  async invite(): Promise<string> {
    const slug = `mail-${++this.tenants}`;
    const email = `admin@${slug}.example`;
    const options = { slug, name: 'Mail AG', 'admin-name': 'Mara', 'admin-email': email };
    await this.operator.run('tenant:create', options);
    return email;
  }

  /** The administrator of a new tenant, logged in. */
  async inviteAdmin(): Promise<{ email: string; admin: Api }> {
    const email = await this.invite();
    await until(() => this.mailsTo(email).length > 0, 10);
    return { email, admin: await this.firstLogin(email) };
  }

  /** With the link of the first mail. */
  async firstLogin(email: string): Promise<Api> {
    const caller = Api.anonymous().at(this.program.baseUrl);
    const token = /#token=(\S+)/.exec(this.mailsTo(email)[0]?.text ?? '')?.[1];
    const tenant = email.split('@')[1]?.split('.')[0];
    await caller.post('/auth/password-resets').send({ token, newPassword: PASSWORD }).expect(204);
    const { body } = await caller.post('/auth/login').send({ tenant, email, password: PASSWORD }).expect(200);
    return caller.withToken(String(body.accessToken));
  }

  mailsTo(email: string): ReceivedMail[] {
    return this.server.received.filter(({ to }) => to.includes(email));
  }

  /** What has become of the mail to the administrator of the newest tenant, once an attempt has failed. */
  async settled(email: string): Promise<{ rows: { state: string; last_error: string }[] }> {
    const client = new Client({ connectionString: this.database.url });
    await client.connect();
    const sql = `SELECT state, last_error FROM outgoing_mails m WHERE last_error IS NOT NULL
      AND tenant_id = (SELECT id FROM tenants WHERE slug = $1)`;
    const read = () => client.query<{ state: string; last_error: string }>(sql, [/@(.*)\./.exec(email)?.[1]]);
    let result = await read();
    for (let waits = 0; result.rows.length === 0 && waits < 200; waits++) {
      await sleep(50);
      result = await read();
    }
    await client.end();
    return result;
  }
}

function startWith(database: Database, server: MailServer, settings: Settings = {}): Promise<Program> {
  return startProgram(database.url, database.dataDir, {
    SMTP_URL: server.url,
    PUBLIC_URL: 'http://portal.localhost',
    ...settings,
  });
}

export async function until(condition: () => boolean, seconds: number): Promise<void> {
  for (let waits = 0; !condition() && waits < seconds * 20; waits++) await sleep(50);
}
