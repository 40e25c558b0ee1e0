import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { Api } from './support/api';
import { tokenFrom, type Mail } from './support/mailbox';
import { type Database, DIST, type Program, startDatabase, startProgram } from './support/stack';

const PASSWORD = 'Regenschirm tanzt leise 42';

/** A whole story on a program that logs as much as it can, with everything in it that is nobody's business. */
describe('The log', () => {
  let database: Database;
  let program: Program;

  beforeAll(async () => {
    database = await startDatabase();
    program = await startProgram(database.url, database.dataDir, { LOG_LEVEL: 'trace' });
  });

  afterAll(async () => {
    await program.stop();
    await database.stop();
  });

  const caller = (): Api => Api.anonymous().at(program.baseUrl);

  async function mailTo(address: string, subject: string): Promise<Mail> {
    for (let waits = 0; waits < 200; waits++) {
      const answer = await fetch(`${program.baseUrl}/mailbox/messages?to=${encodeURIComponent(address)}`);
      const mail = ((await answer.json()) as Mail[]).find((one) => one.subject.includes(subject));
      if (mail) return mail;
      await sleep(50);
    }
    throw new Error(`No mail "${subject}" to ${address}.`);
  }

  async function firstLogin(email: string): Promise<{ api: Api; secrets: string[] }> {
    const token = tokenFrom(await mailTo(email, 'Zugang'));
    await caller().post('/auth/password-resets').send({ token, newPassword: PASSWORD }).expect(204);
    const credentials = { tenant: 'acme', email, password: PASSWORD };
    const { body } = await caller().post('/auth/login').send(credentials).expect(200);
    const { accessToken, refreshToken } = body as { accessToken: string; refreshToken: string };
    return { api: caller().withToken(accessToken), secrets: [token, accessToken, refreshToken] };
  }

  it('holds a line for each request, and nothing personal or secret', async () => {
    const options = {
      slug: 'acme',
      name: 'Acme IT',
      'admin-name': 'Jo Zwiebelturm',
      'admin-email': 'jo@acme.example',
    };
    const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
    await promisify(execFile)(process.execPath, [join(DIST, 'cli/portal.js'), 'tenant:create', ...args], {
      env: program.env,
    });
    const admin = await firstLogin('jo@acme.example');
    const { body: customer } = await admin.api
      .post('/staff/customers')
      .send({ name: 'Quittenhof' })
      .expect(201);
    const person = { firstName: 'Petra', lastName: 'Haselnuss', email: 'petra@quittenhof.example' };
    const contacts = `/staff/customers/${customer.id}/contacts`;
    const { body: contact } = await admin.api.post(contacts).send(person).expect(201);
    await admin.api.put(`/staff/contacts/${contact.id}/portal-access`).send({ role: 'USER' }).expect(200);
    const petra = await firstLogin(person.email);
    const ticket = { subject: 'Brombeerhecke', description: 'Sehr vertraulich: Holunder' };
    const { body } = await petra.api.post('/portal/tickets').send(ticket).expect(201);
    await petra.api
      .post(`/portal/tickets/${body.id}/attachments`)
      .attach('file', Buffer.from('x'), 'Gehaltsliste.txt')
      .expect(201);

    // And what goes wrong.
    await admin.api.post(contacts).send(person).expect(409);
    await admin.api.get('/staff/customers?search=Quittenhof&sort=nonsense').expect(422);
    await petra.api.get('/portal/tickets?search=Holunder').expect(200);
    await caller()
      .post('/auth/login')
      .send({ tenant: 'acme', email: person.email, password: 'Schlehdorn' })
      .expect(401);
    await caller().post('/auth/refresh').send({ refreshToken: petra.secrets[0] }).expect(401);
    await caller()
      .post('/auth/password-reset-requests')
      .send({ tenant: 'acme', email: person.email })
      .expect(202);
    const reset = tokenFrom(await mailTo(person.email, 'Neues Passwort'));
    await caller()
      .post('/auth/password-resets')
      .send({ token: reset, newPassword: 'Petra Haselnuss' })
      .expect(422);

    const log = readFileSync(program.logFile, 'utf8');
    expect(log).toContain('/api/v1/portal/tickets/:id/attachments');
    const words =
      /zwiebelturm|acme\.example|quittenhof|haselnuss|petra|brombeer|holunder|gehaltsliste|schlehdorn/i;
    expect(words.exec(log)).toBeNull();
    for (const secret of [PASSWORD, reset, ...admin.secrets, ...petra.secrets])
      expect(log).not.toContain(secret);
  });
});
