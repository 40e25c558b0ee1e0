import { simpleParser } from 'mailparser';
import { Api } from '../support/api';
import { measured } from '../support/figures';
import { inForm } from '../support/form';
import { type Mail, mailsTo } from '../support/mailbox';
import { operationsOfDocument } from '../support/operations';
import { addContact, addCustomer } from '../support/population';
import { jobsDone } from '../support/rows';
import { wire } from '../support/wire';
import { addAgent, makeWorld, uniqueEmail, type World } from '../support/world';

const REQUESTS = inForm({ short: 60, long: 1_000 });
const MAILS_A_DAY = 3;

/** What is put into every field that may reach a mail. */
const POISON = [
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

  beforeAll(async () => {
    world = await makeWorld();
  });

  it('carry nothing but what they are for, whatever people call themselves', async () => {
    const agent = await addAgent(world);
    const customer = await addCustomer(world.admin, 'Gift GmbH');
    const complaints: string[] = [];
    const recipients: string[] = [];
    for (const [i, poison] of POISON.entries()) {
      await brand(poison);
      const email = uniqueEmail(`poison${i}`);
      const person = { firstName: poison.slice(0, 60), lastName: poison.slice(0, 60), email };
      const named = await world.admin.post(`/staff/customers/${customer}/contacts`).send(person);
      // Refused at the door is as good; what is let in is looked at below.
      if (named.status !== 201) continue;
      await world.admin
        .put(`/staff/contacts/${named.body.id}/portal-access`)
        .send({ role: 'USER' })
        .expect(200);
      recipients.push(email);
    }
    const contact = await addContact(world, customer, 'MAIN_USER');
    recipients.push(contact.email);
    for (const poison of POISON) {
      const made = await contact.post('/portal/tickets').send({ subject: poison, description: poison });
      if (made.status !== 201) continue;
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
      ...(read > POISON.length ? [] : ['hardly any mail was sent']),
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
    const customer = await addCustomer(world.admin, 'Flut GmbH');
    const known = (await addContact(world, customer, 'USER')).email;
    const unknown = uniqueEmail('nobody');
    const before = (await mailsTo(known)).length;
    const registration = (await operationsOfDocument()).find(({ path }) =>
      path.endsWith('/{slug}/registrations'),
    );
    const statuses = new Map<number, number>();
    for (let i = 0; i < REQUESTS; i++) {
      const email = i % 2 === 0 ? known : unknown;
      const tenant = world.tenant.slug;
      const asked =
        registration && i % 4 < 2
          ? Api.anonymous()
              .request('post', registration.path.replace('{slug}', tenant))
              .send({ ...registration.exampleBody(), email })
          : Api.anonymous().post('/auth/password-reset-requests').send({ tenant, email });
      const { status } = await asked;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    await jobsDone();
    const mails = [...(await mailsTo(known)).slice(0, -before || undefined), ...(await mailsTo(unknown))];
    const counts = new Map<string, number>();
    for (const { to, subject } of mails)
      counts.set(`${to} ${subject}`, (counts.get(`${to} ${subject}`) ?? 0) + 1);
    const most = Math.max(0, ...counts.values());
    const odd = [...statuses.keys()].filter((status) => status !== 202 && status !== 429);
    measured(
      `mails of a kind to one address after ${REQUESTS} resets and registrations`,
      `at most ${MAILS_A_DAY}`,
      `${most}; ${mails.length} of all kinds to two addresses`,
      most <= MAILS_A_DAY && odd.length === 0,
    );
  });

  /** The tenant's own names are in every mail, too. */
  async function brand(poison: string): Promise<void> {
    const { body } = await world.admin.get('/staff/settings').expect(200);
    for (const [field, value] of Object.entries(body as Record<string, unknown>)) {
      if (typeof value !== 'string' && value !== null) continue;
      const { headers } = await world.admin.get('/staff/settings');
      await world.admin
        .patch('/staff/settings')
        .set('if-match', String(headers.etag))
        .send({ [field]: poison.slice(0, 80) });
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

/** Names in quotes are no addresses, whatever they look like. */
function addressesIn(header: string): string[] {
  return header.replace(/"(?:[^"\\]|\\[^])*"/g, '').match(/[^\s<>,;:]+@[^\s<>,;]+/g) ?? [];
}
