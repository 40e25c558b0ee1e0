import { randomBytes } from 'node:crypto';
import { simpleParser } from 'mailparser';
import type { Response, Test } from 'supertest';
import { Api } from '../support/api';
import { asSuperuser } from '../support/database';
import { measured } from '../support/figures';
import { inForm } from '../support/form';
import { type Mail, mailsTo, tokenFrom } from '../support/mailbox';
import { addContact, addCustomer } from '../support/population';
import { jobsDone } from '../support/rows';
import { wire } from '../support/wire';
import { addAgent, makeWorld, PASSWORD, uniqueEmail, type World } from '../support/world';

const REQUESTS = inForm({ short: 60, long: 1_000 });
const AT_ONCE = 10;
const MAILS_A_DAY = 3;

/** What is put into every field that may reach a mail. */
const INJECTION_PAYLOADS = [
  'a\r\nBcc: victim@evil.example\r\n\r\nHello',
  'a\nTo: victim@evil.example',
  'a\u2028Bcc: victim@evil.example',
  'a\u0085Bcc: victim@evil.example',
  'a%0d%0aBcc: victim@evil.example',
  'x, victim@evil.example',
  '"x" <victim@evil.example>, y',
  'x; victim@evil.example',
  '=?utf-8?B?DQpCY2M6IHZpY3RpbUBldmlsLmV4YW1wbGU=?=',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '{{link}} {link} ${link} <%= link %> {name}',
  '\u202eelpmaxe.live@mitciv',
  'Zürich 東京 👩‍👩‍👧 e\u0301',
  '.\r\n.\r\nMAIL FROM:<victim@evil.example>',
];
/** What no text of one line takes: ends of lines, other control characters, and directions. */
const NOT_IN_A_LINE = /[\p{Cc}\u2028\u202e]/u;
const BAD_ADDRESSES = [
  'a@example.com\r\nBcc: victim@evil.example',
  'a@example.com, victim@evil.example',
  'a@example.com;victim@evil.example',
  'victim@evil.example <a@example.com>',
  '"a, victim@evil.example" <a@example.com>',
  'a@example.com victim@evil.example',
  'a@example.com\0@evil.example',
  ['a@example.com', 'victim@evil.example'],
  { address: 'victim@evil.example' },
];

describe('Mails', () => {
  jest.setTimeout(inForm({ short: 180_000, long: 60 * 60_000 }));
  let world: World;

  // A tenant has a limit of its own on registrations, which the flood uses up.
  beforeEach(async () => {
    world = await makeWorld();
  });

  it('carry nothing but what they are for, whatever people call themselves', async () => {
    const agent = await addAgent(world);
    const customer = await addCustomer(world.admin, 'Gift GmbH');
    const complaints: string[] = [];
    const recipients: string[] = [];
    for (const [i, poison] of INJECTION_PAYLOADS.entries()) {
      await brand(poison);
      const email = uniqueEmail(`poison${i}`);
      const person = { firstName: poison.slice(0, 60), lastName: poison.slice(0, 60), email };
      const named = await world.admin.post(`/staff/customers/${customer}/contacts`).send(person);
      if (isRefused(poison, named, complaints)) continue;
      await world.admin
        .put(`/staff/contacts/${named.body.id}/portal-access`)
        .send({ role: 'USER' })
        .expect(200);
      recipients.push(email);
    }
    const contact = await addContact(world, customer, 'MAIN_USER');
    recipients.push(contact.email);
    for (const poison of INJECTION_PAYLOADS) {
      const made = await contact.post('/portal/tickets').send({ subject: poison, description: poison });
      if (isRefused(poison, made, complaints)) continue;
      await agent
        .post(`/staff/tickets/${made.body.id}/comments`)
        .send({ body: poison, visibility: 'PUBLIC' })
        .expect(201);
    }
    await jobsDone();
    let read = 0;
    for (const email of recipients) {
      for (const mail of await mailsTo(email)) {
        read += 1;
        complaints.push(...(await faultsOf(mail, email)));
      }
    }
    for (const { to } of await mailsTo('evil.example'))
      if (addressesIn(to).some((address) => address.includes('evil'))) complaints.push(`a mail to ${to}`);
    measured('mails with injected headers, recipients or markup', '0', `${complaints.length} of ${read}`, [
      ...complaints,
      ...(read > INJECTION_PAYLOADS.length ? [] : ['hardly any mail was sent']),
    ]);
  });

  it('go to one address, which is one', async () => {
    const customer = await addCustomer(world.admin, 'Adress GmbH');
    const complaints: string[] = [];
    for (const email of BAD_ADDRESSES) {
      const tries = [
        world.admin
          .post(`/staff/customers/${customer}/contacts`)
          .send({ firstName: 'A', lastName: 'B', email }),
        world.admin.post('/staff/users').send({ name: 'A', email, role: 'AGENT' }),
        Api.anonymous().post('/auth/password-reset-requests').send({ tenant: world.tenant.slug, email }),
      ];
      for (const answer of await Promise.all(tries)) {
        if (answer.status !== 422) complaints.push(`${JSON.stringify(email)}: ${answer.status}`);
      }
    }
    measured('addresses that are more than one', '0 taken', complaints.length, complaints);
  });

  it('flood nobody', async () => {
    const owner = await addContact(world, await addCustomer(world.admin, 'Flut GmbH'), 'USER');
    const [known, unknown] = [uniqueName('owner'), uniqueName('nobody')];
    await asSuperuser('UPDATE accounts SET email = $2 WHERE id = $1', [owner.contactId, spelled(known)[0]]);
    const statuses = new Map<number, number>();
    const ask = async (i: number): Promise<void> => {
      const spellings = spelled(i % 2 === 0 ? known : unknown);
      const email = spellings[(i >> 2) % spellings.length] ?? '';
      const { status } = await (i % 4 < 2 ? register(email) : forget(email));
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    };
    for (let i = 0; i < REQUESTS; i += AT_ONCE) {
      await Promise.all(Array.from({ length: AT_ONCE }, (_, j) => ask(i + j)));
    }
    await jobsDone();
    const arrived = [await mailsTo(known), await mailsTo(unknown)];
    const odd = [...statuses.keys()].filter((status) => status !== 202 && status !== 429);
    measured(
      `mails a day to one address after ${REQUESTS} resets and registrations, however it is spelled`,
      `1 to ${MAILS_A_DAY}`,
      arrived.map((mails) => mails.length).join(' and '),
      arrived.every(({ length }) => length > 0 && length <= MAILS_A_DAY) && odd.length === 0,
    );
  });

  it('leave the owner of an address a way back, whatever attackers do', async () => {
    const owner = await addContact(world, await addCustomer(world.admin, 'Opfer GmbH'), 'USER');
    const links = async (): Promise<Mail[]> => {
      await jobsDone();
      return (await mailsTo(owner.email)).filter(({ subject }) => subject.includes('Neues Passwort'));
    };
    for (let i = 0; i < 5; i++) await register(owner.email).expect(202);
    for (let i = 0; i < 5; i++) await forget(owner.email).expect(202);
    const strangers = await links();
    await forget(owner.email, owner).expect(202);
    const [newest, ...others] = await links();
    await forget(owner.email, owner).expect(202);
    await forget(owner.email).expect(202);
    const all = await links();
    const reset = await Api.anonymous()
      .post('/auth/password-resets')
      .send({ token: newest && tokenFrom(newest), newPassword: PASSWORD });
    measured(
      'links for a new password that strangers use up; left to the owner; still good after further requests',
      '1; 1; yes',
      `${strangers.length}; ${others.length}; ${reset.status === 204 ? 'yes' : reset.status}`,
      strangers.length === 1 && others.length === 1 && all.length === 2 && reset.status === 204,
    );
  });

  function register(email: string): Test {
    const person = { company: 'Flut GmbH', lastName: 'Flut', email };
    return Api.anonymous().post(`/public/tenants/${world.tenant.slug}/registrations`).send(person);
  }

  function forget(email: string, from = Api.anonymous()): Test {
    return from.post('/auth/password-reset-requests').send({ tenant: world.tenant.slug, email });
  }

  /** The tenant's own names are in every mail, too. */
  async function brand(poison: string): Promise<void> {
    const { body } = await world.admin.get('/staff/settings').expect(200);
    for (const [field, value] of Object.entries(body as Record<string, unknown>)) {
      if (typeof value !== 'string' && value !== null) continue;
      const { headers } = await world.admin.get('/staff/settings');
      await world.admin
        .patch('/staff/settings')
        .set('if-match', String(headers.etag))
        .send({ [field]: poison.slice(0, 80), currentPassword: PASSWORD });
    }
  }

  async function faultsOf(mail: Mail, recipient: string): Promise<string[]> {
    const { text: source } = await wire(`/mailbox/messages/${mail.id}/source`);
    const parsed = await simpleParser(source);
    const headers = parsed.headerLines.map(({ line }) => line.replace(/\r?\n[ \t]+/g, ' '));
    const html = parsed.html || '';
    const named = (name: string): string[] =>
      headers.filter((line) => line.toLowerCase().startsWith(`${name}:`));
    const faults: string[] = [];
    const to = named('to').join();
    if (named('to').length !== 1 || addressesIn(to).join() !== recipient) faults.push(`To: ${to}`);
    for (const name of ['bcc', 'cc', 'x-injected'])
      if (named(name).length > 0) faults.push(`${name} is there`);
    for (const name of ['from', 'subject', 'message-id', 'reply-to'])
      if (named(name).length > 1) faults.push(`${name} is there twice`);
    if (/<script|onerror=(?!&)[^&]*>/i.test(html.replace(/&lt;[^]*?&gt;/g, '')))
      faults.push(`markup: ${mail.subject}`);
    if (
      /[\u2028\u202e]/.test(mail.subject) ||
      /\{\w+\}/.test(mail.subject.replace(/\{link\}|\{name\}|\{\{link\}\}/g, ''))
    )
      faults.push(`subject: ${mail.subject}`);
    if (/#token=/.test(mail.subject)) faults.push(`a template in the subject was filled: ${mail.subject}`);
    return faults.map((fault) => `${mail.subject}: ${fault}`);
  }
});

/** What is let in is looked at in the mails. */
function isRefused(poison: string, { status }: Response, complaints: string[]): boolean {
  const wanted = NOT_IN_A_LINE.test(poison) ? 422 : 201;
  if (status !== wanted) complaints.push(`${JSON.stringify(poison)}: ${status}`);
  return status !== 201;
}

const uniqueName = (what: string): string => `${what}${randomBytes(5).toString('hex')}`;

/** One mailbox. */
function spelled(name: string): string[] {
  const domains = ['bücher.example', 'xn--bcher-kva.example', 'BÜCHER.example'];
  return domains.flatMap((domain) => [`${name}@${domain}`, `${name.toUpperCase()}@${domain}`]);
}

/** Names in quotes are no addresses, whatever they look like. */
function addressesIn(header: string): string[] {
  return header.replace(/"(?:[^"\\]|\\[^])*"/g, '').match(/[^\s<>,;:]+@[^\s<>,;]+/g) ?? [];
}
