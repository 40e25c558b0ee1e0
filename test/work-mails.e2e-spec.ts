import type { Response } from 'supertest';
import { asSuperuser } from './support/database';
import { conversationOf, newestMail } from './support/mailbox';
import { addContact, addCustomer } from './support/population';
import { offerArticle, putIntoCart, setShops, submitCart } from './support/shops';
import { age, holdRounds, runDigests, workMailsTo } from './support/work-mails';
import { addAgent, makeWorld, type World } from './support/world';

type Agent = Awaited<ReturnType<typeof addAgent>> & { readonly email: string };

describe('Mails to staff about their work', () => {
  let world: World;
  let tenantId: string;
  let anna: Agent;
  let ben: Agent;
  let contact: Awaited<ReturnType<typeof addContact>>;
  let customerId: string;

  const newAgent = async (): Promise<Agent> => {
    const agent = await addAgent(world);
    return Object.assign(agent, { email: String((await agent.get('/auth/me').expect(200)).body.email) });
  };

  beforeEach(async () => {
    world = await makeWorld();
    tenantId = String((await world.admin.get('/auth/me').expect(200)).body.tenantId);
    [anna, ben] = [await newAgent(), await newAgent()];
    customerId = await addCustomer(world.admin, 'Müller & Söhne GmbH');
    contact = await addContact(world, customerId, 'USER', 'Nutzer');
  });

  const ask = async (subject: string): Promise<Response['body']> =>
    (await contact.post('/portal/tickets').send({ subject, description: 'Bitte.' }).expect(201)).body;

  const assign = async (agent: Agent, id: string, assigneeId: string): Promise<void> => {
    await agent.change(`/staff/tickets/${id}`, { assigneeId });
  };
  const order = async (): Promise<void> => {
    await setShops(world.admin, { onlineShop: { enabled: true, showPrices: true } });
    const article = await offerArticle(world.admin, { name: 'Monitor', netPriceCents: 9_900 });
    await putIntoCart(contact, 'online-shop', article, 2);
    await submitCart(contact, 'online-shop');
  };
  const choose = (agent: Agent, workMails: object): Promise<Response> =>
    agent.patch('/auth/me').send({ workMails }).expect(200);

  it('report a new unassigned ticket, with its company and a link', async () => {
    const { id, number } = await ask('Drucker druckt nicht');
    expect(await holdRounds(tenantId)).toBe(1);
    for (const { email } of [anna, ben]) {
      const [mail, ...others] = await workMailsTo(email);
      expect(others).toEqual([]);
      expect(mail?.subject).toBe(
        `Neu: [${number}] Drucker druckt nicht · Müller & Söhne GmbH · neu, von Kim Nutzer`,
      );
      expect(mail?.text).toContain(`/staff/${world.tenant.slug}/tickets/${id}`);
      expect(mail?.text).toContain(`/staff/${world.tenant.slug}/account#my-mails`);
    }
  });

  it('are one to each, however much happens in a short while, and list no more than 20', async () => {
    for (let n = 1; n <= 23; n++) await ask(`Anfrage ${n}.`);
    await order();
    expect(await holdRounds(tenantId)).toBeLessThanOrEqual(2);
    const mails = await workMailsTo(anna.email);
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Neu: Im Postkorb (1), Bei Tickets, die niemand hat (23)',
    ]);
    expect(mails[0]?.text).toContain('Anfrage 20.');
    expect(mails[0]?.text).not.toContain('Anfrage 21.');
    expect(mails[0]?.text).toContain('und weitere: 3');
    expect(mails[0]?.text).toMatch(/Bestellung B-\S+ · Müller & Söhne GmbH · 2 × Monitor/);
  });

  it('report nothing twice, and nothing that has been assigned meanwhile', async () => {
    const { id } = await ask('Schon vergeben');
    await assign(anna, id, anna.id);
    await holdRounds(tenantId);
    expect(await workMailsTo(ben.email)).toEqual([]);
    await ask('Noch zu haben');
    await holdRounds(tenantId);
    await asSuperuser(`SELECT graphile_worker.add_job('work-mails.tell', $1::json)`, [
      JSON.stringify({ tenantId }),
    ]);
    await ask('Ein anderes');
    await holdRounds(tenantId);
    expect((await workMailsTo(ben.email)).map(({ subject }) => /\] (.*?) ·/.exec(subject)?.[1])).toEqual([
      'Noch zu haben',
      'Ein anderes',
    ]);
  });

  it('report replies, notes and the assignment to the assignee of a ticket, never the assignee’s own actions', async () => {
    const { id, number } = await ask('Server läuft heiß');
    await assign(ben, id, anna.id);
    await holdRounds(tenantId);
    await anna
      .post(`/staff/tickets/${id}/comments`)
      .send({ body: 'Wir schauen.', visibility: 'PUBLIC' })
      .expect(201);
    await holdRounds(tenantId);
    await contact.post(`/portal/tickets/${id}/comments`).send({ body: 'Danke!' }).expect(201);
    await holdRounds(tenantId);
    await ben
      .post(`/staff/tickets/${id}/comments`)
      .send({ body: 'Ersatz liegt bereit.', visibility: 'INTERNAL' })
      .expect(201);
    await holdRounds(tenantId);
    const about = `Neu: [${number}] Server läuft heiß · Müller & Söhne GmbH`;
    expect((await workMailsTo(anna.email)).map(({ subject }) => subject)).toEqual([
      `${about} · für Sie, von Agnes Agent`,
      `${about} · Antwort von Kim Nutzer`,
      `${about} · Antwort von Agnes Agent`,
    ]);
    expect(await workMailsTo(ben.email)).toEqual([]);
  });

  it('stand in the conversation of the ticket where they are about it alone', async () => {
    const { id } = await ask('Server läuft heiß');
    await holdRounds(tenantId);
    await contact.post(`/portal/tickets/${id}/comments`).send({ body: 'Sehr heiß.' }).expect(201);
    await holdRounds(tenantId);
    await ask('Maus klemmt');
    await ask('Tastatur klemmt');
    await order();
    await holdRounds(tenantId);
    const receipt = await conversationOf(await newestMail(contact.email, { subject: 'Server läuft heiß' }));
    expect(receipt).toContain(id);
    const mails = await workMailsTo(anna.email);
    expect(await Promise.all(mails.map(conversationOf))).toEqual([receipt, receipt, undefined]);
    await choose(ben, { inbox: 'AT_ONCE', unassignedTickets: 'NEVER', myTickets: 'NEVER' });
    await order();
    await holdRounds(tenantId);
    // An order alone is no ticket.
    const last = (await workMailsTo(ben.email)).at(-1)!;
    expect([last.subject, await conversationOf(last)]).toEqual([
      expect.stringMatching(/^Neu: Bestellung/),
      undefined,
    ]);
  });

  it('report comments of customers on unassigned tickets to those who get such mails', async () => {
    const { id, number } = await ask('Wer hilft?');
    await holdRounds(tenantId);
    await contact.post(`/portal/tickets/${id}/comments`).send({ body: 'Hallo?' }).expect(201);
    // What colleagues note there waits for nobody.
    await anna
      .post(`/staff/tickets/${id}/comments`)
      .send({ body: 'Kenne ich nicht.', visibility: 'INTERNAL' })
      .expect(201);
    await holdRounds(tenantId);
    expect((await workMailsTo(ben.email)).at(-1)?.subject).toBe(
      `Neu: [${number}] Wer hilft? · Müller & Söhne GmbH · Antwort von Kim Nutzer`,
    );
  });

  it('come as each one has chosen: of which work, at once, daily or not at all', async () => {
    await choose(anna, { unassignedTickets: 'NEVER', inbox: 'AT_ONCE' });
    await choose(ben, { unassignedTickets: 'DAILY', inbox: 'NEVER' });
    await ask('Toner leer');
    await order();
    await holdRounds(tenantId);
    expect((await workMailsTo(anna.email)).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^Neu: Bestellung B-/),
    ]);
    expect(await workMailsTo(ben.email)).toEqual([]);

    await age(tenantId, '1 day');
    await runDigests();
    await runDigests();
    expect((await workMailsTo(ben.email)).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^Tagesüberblick: .* Toner leer/),
    ]);
    expect(await workMailsTo(anna.email)).toHaveLength(1);
    // Nothing has happened since.
    await age(tenantId, '1 day');
    await runDigests();
    expect(await workMailsTo(ben.email)).toHaveLength(1);
  });

  it('that come daily wait for seven in the morning by the clocks of the tenant', async () => {
    await choose(ben, { unassignedTickets: 'DAILY', inbox: 'NEVER', myTickets: 'NEVER' });
    await ask('Über Nacht');
    await age(tenantId, '10 minutes');
    const zone = async (wanted: '05' | '08'): Promise<void> => {
      // Where it is just so late now; the sign of these names is the other way round.
      const hours = ((Number(wanted) - new Date().getUTCHours() + 36) % 24) - 12;
      await asSuperuser(`UPDATE tenant_settings SET time_zone = $2 WHERE tenant_id = $1`, [
        tenantId,
        `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`,
      ]);
    };
    await zone('05');
    await asSuperuser(
      `UPDATE work_mail_choices SET told_until = now() - interval '12 minutes' WHERE tenant_id = $1`,
      [tenantId],
    );
    await runDigests();
    expect(await workMailsTo(ben.email)).toEqual([]);
    await zone('08');
    await age(tenantId, '2 hours');
    await runDigests();
    expect(await workMailsTo(ben.email)).toHaveLength(1);
  });

  it('start anew when they are switched on again, and end with the access', async () => {
    await choose(anna, { unassignedTickets: 'NEVER' });
    await ask('Davon wollte ich nichts wissen');
    await holdRounds(tenantId);
    await choose(anna, { unassignedTickets: 'AT_ONCE' });
    await world.admin.change(`/staff/users/${ben.id}`, { active: false });
    await ask('Davon schon');
    await holdRounds(tenantId);
    expect((await workMailsTo(anna.email)).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Davon schon'),
    ]);
    expect((await workMailsTo(ben.email)).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Davon wollte ich nichts wissen'),
    ]);
  });
});
