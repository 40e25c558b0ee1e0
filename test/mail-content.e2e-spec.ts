import { setTimeout as sleep } from 'node:timers/promises';
import { Api } from './support/api';
import { e2eEnvironment } from './support/environment';
import { type Mail, mailsTo, newestMail } from './support/mailbox';
import { addContact, addCustomer } from './support/population';
import { jobsDone } from './support/rows';
import { answerOffer, makeOffer, offerArticle, putIntoCart, setShops, submitCart } from './support/shops';
import { addAgent, firstLogin, makeWorld, PASSWORD, uniqueEmail, type World } from './support/world';

describe('Mails', () => {
  let world: World;
  let customerId: string;

  beforeEach(async () => {
    world = await makeWorld();
    customerId = await addCustomer(world.admin, 'Müller & Söhne GmbH');
  });

  async function change(settings: object): Promise<void> {
    const { headers } = await world.admin.get('/staff/settings').expect(200);
    await world.admin
      .patch('/staff/settings')
      .set('if-match', headers.etag!)
      .send({ currentPassword: PASSWORD, ...settings })
      .expect(200);
  }

  async function invite(language?: 'de' | 'en'): Promise<string> {
    const email = uniqueEmail('kontakt');
    const { body } = await world.admin
      .post(`/staff/customers/${customerId}/contacts`)
      .send({ lastName: 'Muster', email, language })
      .expect(201);
    await world.admin.put(`/staff/contacts/${body.id}/portal-access`).send({ role: 'USER' }).expect(200);
    return email;
  }

  async function whole({ id }: Mail): Promise<{ html: string; headers: string[] }> {
    const url = `${e2eEnvironment().baseUrl}/mailbox/messages/${id}`;
    const answer = await fetch(url, { headers: { accept: 'application/json' } });
    return (await answer.json()) as { html: string; headers: string[] };
  }

  it('come from the tenant, answer to the tenant, and say what the law asks', async () => {
    await change({
      portalName: 'Portal Muster',
      senderName: 'Muster Service',
      senderAddress: 'service@muster.example',
      replyTo: 'antwort@muster.example',
      currentPassword: PASSWORD,
      accentColor: '#5b2a86',
      imprintUrl: 'https://muster.example/impressum',
      privacyUrl: 'https://muster.example/datenschutz',
      termsUrl: 'https://muster.example/agb',
    });
    const mail = await newestMail(await invite());
    const { html, headers } = await whole(mail);
    expect(headers).toEqual(
      expect.arrayContaining([
        'Auto-Submitted: auto-generated',
        'From: Muster Service <service@muster.example>',
        'Reply-To: antwort@muster.example',
        expect.stringMatching(/^Message-ID: <[0-9a-f-]{36}@127\.0\.0\.1>$/),
      ]),
    );
    expect(headers.filter((line) => /^content-type: multipart\/alternative/i.test(line))).toHaveLength(1);
    expect(html).toContain('background-color: #5b2a86;');
    for (const text of [mail.text, html]) {
      for (const link of ['impressum', 'datenschutz', 'agb']) {
        expect(text).toContain(`https://muster.example/${link}`);
      }
      expect(text).toContain('Portal Muster');
    }
  });

  it('show what looks like code of a header as it was written, in subject and names', async () => {
    await change({ portalName: 'Portal =?UTF-8?Q?Bank?=', senderName: '=?UTF-8?B?QmFuaw==?=' });
    const mail = await newestMail(await invite());
    expect(mail.subject).toContain('Portal =?UTF-8?Q?Bank?=');
    const { headers } = await whole(mail);
    const from = headers.find((line) => line.startsWith('From:'));
    expect(from).toBe('From: "= ?UTF-8?B?QmFuaw== ?=" <portal@kundenportal.example>');
  });

  it('answer to the first administrator as long as the tenant has named nobody', async () => {
    const { headers } = await whole(await newestMail(await invite()));
    expect(headers).toContain(`Reply-To: ${world.tenant.adminEmail}`);
  });

  it('are in the language of the contact, then in that of the tenant, as it is now', async () => {
    expect((await newestMail(await invite('en'))).subject).toContain('Your access');
    const email = await invite();
    expect((await newestMail(email)).subject).toContain('Ihr Zugang');
    await firstLogin(world.tenant.slug, email);
    await change({ defaultLanguage: 'en' });
    await Api.anonymous()
      .post('/auth/password-reset-requests')
      .send({ tenant: world.tenant.slug, email })
      .expect(202);
    await newestMail(email, { subject: 'New password' });
    expect((await newestMail(await invite())).subject).toContain('Your access');
  });

  it('escape what people have written', async () => {
    const contact = await addContact(world, customerId, 'USER');
    const description = '<img src=x onerror=alert(1)> {{name}} {name} & "so"';
    await contact.post('/portal/tickets').send({ subject: '<b>Wichtig</b>', description }).expect(201);
    const mail = await newestMail(contact.email, { subject: '<b>Wichtig</b>' });
    expect(mail.text).toContain(description);
    const { html } = await whole(mail);
    expect(html).not.toMatch(/<img|<b>Wichtig/);
    expect(html).toContain('&lt;img src');
  });

  it('no longer go to contacts whose access has ended', async () => {
    const agent = await addAgent(world);
    const contact = await addContact(world, customerId, 'USER');
    const { body } = await contact
      .post('/portal/tickets')
      .send({ subject: 'Letzte Anfrage', description: 'Danach bin ich weg.' })
      .expect(201);
    await newestMail(contact.email, { subject: 'Letzte Anfrage' });
    await world.admin.delete(`/staff/contacts/${contact.contactId}/portal-access`).expect(204);
    const before = (await mailsTo(contact.email)).length;
    await agent
      .post(`/staff/tickets/${body.id}/comments`)
      .send({ body: 'Hört das noch jemand?', visibility: 'PUBLIC' })
      .expect(201);
    await Api.anonymous()
      .post('/auth/password-reset-requests')
      .send({ tenant: world.tenant.slug, email: contact.email })
      .expect(202);
    await jobsDone();
    await sleep(200);
    expect(await mailsTo(contact.email)).toHaveLength(before);
  });

  describe('about one thing', () => {
    const CONVERSATION = /^(?:References|In-Reply-To|Thread-Index): (.*)$/;
    const conversationOf = (headers: readonly string[]): string[] =>
      headers.filter((line) => CONVERSATION.test(line)).sort();
    const isAutomatic = (headers: readonly string[]): boolean =>
      headers.includes('Auto-Submitted: auto-generated');

    it('are one conversation of a ticket, in which only what a person wrote is no automatic mail', async () => {
      const agent = await addAgent(world);
      const contact = await addContact(world, customerId, 'USER');
      const { body } = await contact
        .post('/portal/tickets')
        .send({ subject: 'Mit Verlauf', description: 'Eins nach dem anderen.' })
        .expect(201);
      const receipt = await newestMail(contact.email, { subject: 'Mit Verlauf' });
      await agent
        .post(`/staff/tickets/${body.id}/comments`)
        .send({ body: 'Wir schauen.', visibility: 'PUBLIC' })
        .expect(201);
      const answer = await newestMail(contact.email, { subject: 'Mit Verlauf', after: receipt });
      const { headers: read } = await agent.get(`/staff/tickets/${body.id}`).expect(200);
      await agent
        .patch(`/staff/tickets/${body.id}`)
        .set('if-match', read.etag!)
        .send({ subject: 'Jetzt anders', status: 'RESOLVED' })
        .expect(200);
      const status = await newestMail(contact.email, { subject: 'Jetzt anders' });
      const mails = [await whole(receipt), await whole(answer), await whole(status)];
      const first = `<${body.id}@127.0.0.1>`;
      expect(mails.map(({ headers }) => isAutomatic(headers))).toEqual([true, false, true]);
      expect(conversationOf(mails[0]!.headers)).toEqual([
        `In-Reply-To: ${first}`,
        `References: ${first}`,
        expect.stringMatching(/^Thread-Index: [\w+/]{30}==$/),
      ]);
      for (const { headers } of mails) {
        expect(conversationOf(headers)).toEqual(conversationOf(mails[0]!.headers));
      }
      const ids = mails.flatMap(({ headers }) => headers.filter((line) => /^message-id:/i.test(line)));
      expect(new Set(ids).size).toBe(3);
    });

    it('are one conversation from the quote request to the order, also under another number', async () => {
      await setShops(world.admin, { onlineShop: { enabled: true, showPrices: false } });
      const contact = await addContact(world, customerId, 'USER');
      const article = await offerArticle(world.admin, { name: 'Monitor', netPriceCents: 9_900 });
      await putIntoCart(contact, 'online-shop', article, 1);
      const { body: request } = await submitCart(contact, 'online-shop');
      const receipt = await newestMail(contact.email, { subject: 'Eingangsbestätigung' });
      await makeOffer(world.admin, request.id, 9_000);
      const offer = await newestMail(contact.email, { subject: 'unser Angebot' });
      await answerOffer(contact, request.id, 'ACCEPTED');
      const accepted = await newestMail(contact.email, { subject: 'Angebot angenommen' });
      const mails = [await whole(receipt), await whole(offer), await whole(accepted)];
      for (const { headers } of mails) {
        expect(isAutomatic(headers)).toBe(true);
        expect(headers).toContain(`References: <${request.id}@127.0.0.1>`);
        expect(conversationOf(headers)).toEqual(conversationOf(mails[0]!.headers));
      }
      expect(accepted.subject).not.toContain(request.number);
    });
  });
});
