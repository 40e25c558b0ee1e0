import { Api } from './support/api';
import { newestMail } from './support/mailbox';
import { addCustomer } from './support/population';
import { addAgent, makeWorld, PASSWORD, uniqueEmail, type World } from './support/world';

describe('Mandanteneinstellungen', () => {
  let world: World;

  beforeEach(async () => {
    world = await makeWorld();
  });

  const change = (changes: object, version = 1): ReturnType<World['admin']['patch']> =>
    world.admin.patch('/staff/settings').set('if-match', `"${version}"`).send(changes);

  it('change what is sent and keep the rest; the change is in the log', async () => {
    const before = await world.admin.get('/staff/settings').expect(200);
    const { body, headers } = await world.admin
      .patch('/staff/settings')
      .set('if-match', String(before.headers.etag))
      .send({ imprintUrl: 'https://example.com/impressum', onlineShop: { enabled: true } })
      .expect(200);
    expect(body).toEqual({
      ...before.body,
      version: 2,
      imprintUrl: 'https://example.com/impressum',
      onlineShop: { enabled: true, showPrices: false },
    });
    expect(headers.etag).toBe('"2"');
    const log = await world.admin.get('/staff/audit-entries?action=settings.changed').expect(200);
    expect(log.body.items[0]).toMatchObject({
      actorName: world.tenant.adminName,
      changes: { imprintUrl: 'https://example.com/impressum', onlineShop: { enabled: true } },
      before: { imprintUrl: null, onlineShop: { enabled: false, showPrices: false } },
    });
  });

  it('keep the reason of a change in the log', async () => {
    const change = (reason: string, portalName: string, version: number) =>
      world.admin
        .patch('/staff/settings')
        .set('if-match', `"${version}"`)
        .set('audit-reason', reason)
        .send({ portalName });
    await change('Wunsch von Frau Müller', 'Eins', 1).expect(200);
    const { body: refused } = await change('x'.repeat(501), 'Zwei', 2).expect(422);
    expect(refused.errors[0].pointer).toBe('Audit-Reason');
    const { body } = await world.admin.get('/staff/audit-entries?action=settings.changed').expect(200);
    expect(body.items.map(({ reason }: { reason: string }) => reason)).toEqual(['Wunsch von Frau Müller']);
  });

  it('are not overwritten with an outdated version', async () => {
    const patch = (portalName: string) =>
      world.admin.patch('/staff/settings').set('if-match', '"1"').send({ portalName });
    const answers = await Promise.all(['Eins', 'Zwei', 'Drei'].map((name) => patch(name)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });

  it('point to the field at fault', async () => {
    const { body } = await world.admin
      .patch('/staff/settings')
      .set('if-match', '"1"')
      .set('accept-language', 'en')
      .send({ imprintUrl: 'javascript:alert(1)', onlineShop: { enabled: 'ja', price: 1 }, portalName: null })
      .expect(422);
    expect(
      body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`),
    ).toEqual(
      expect.arrayContaining([
        '/imprintUrl url',
        '/onlineShop/enabled type',
        '/onlineShop/price unknown-field',
        '/portalName type',
      ]),
    );
    expect(body.errors[0].detail).toMatch(/^[A-Z][a-z ]+/);
  });

  it.each([
    'https://portal.example/?next=',
    'https://portal.example?',
    'https://portal.example/a?b=c',
    'https://portal.example/#',
    'https://portal.example/a#b',
    'https://user@portal.example',
    'https://user:word@portal.example/',
    'https://portal.example@evil.example',
    'https://portal.example\\@evil.example',
  ])('take no portal address that paths cannot be put behind: %s', async (portalUrl) => {
    const { body } = await change({ portalUrl }).expect(422);
    expect(body.errors[0].pointer).toBe('/portalUrl');
  });

  it.each(['https://portal.example', 'http://127.0.0.1:3000/', 'https://example.com/kunden/portal/', null])(
    'take the portal address %s',
    async (portalUrl) => {
      const answer = await change({ portalUrl, currentPassword: PASSWORD }).expect(200);
      expect(answer.body.portalUrl).toBe(portalUrl);
    },
  );

  it('lead contacts to the portal address in mails, and staff to this program', async () => {
    await change({ portalUrl: 'https://portal.example', currentPassword: PASSWORD }).expect(200);
    const { slug } = world.tenant;
    const agent = await addAgent(world);
    const invitation = await newestMail(agent.email);
    expect(invitation.text).toMatch(new RegExp(`^http://\\S+/p/${slug}/password#token=`, 'm'));
    expect(invitation.text).toMatch(new RegExp(`^Portal: http://\\S+/staff/${slug}$`, 'm'));
    await Api.anonymous()
      .post('/auth/password-reset-requests')
      .send({ tenant: slug, email: agent.email })
      .expect(202);
    const reset = await newestMail(agent.email, { after: invitation });
    expect(reset.text).toMatch(new RegExp(`^http://\\S+/p/${slug}/password#token=`, 'm'));

    const customer = await addCustomer(world.admin, 'Fern GmbH');
    const email = uniqueEmail('fern');
    const { body: contact } = await world.admin
      .post(`/staff/customers/${customer}/contacts`)
      .send({ lastName: 'Fern', email })
      .expect(201);
    await world.admin.put(`/staff/contacts/${contact.id}/portal-access`).send({ role: 'USER' }).expect(200);
    const { text } = await newestMail(email);
    expect(text).toMatch(/^https:\/\/portal\.example\/password#token=/m);
    expect(text).toMatch(/^Portal: https:\/\/portal\.example$/m);
  });

  it('know where the tenant is', async () => {
    expect((await world.admin.get('/staff/settings')).body.timeZone).toBe('Europe/Berlin');
    expect((await change({ timeZone: 'America/New_York' }).expect(200)).body.timeZone).toBe(
      'America/New_York',
    );
    for (const timeZone of [
      'Berlin',
      'Europe/Atlantis',
      '+01:00',
      'CET-1',
      '',
      'Europe/Berlin; DROP',
      null,
      1,
    ]) {
      const { body } = await change({ timeZone }, 2).expect(422);
      expect([timeZone, body.errors[0].pointer]).toEqual([timeZone, '/timeZone']);
    }
  });

  it('are for administrators only, but what a login page needs is public', async () => {
    const agent = await addAgent(world);
    await agent.get('/staff/settings').expect(403);
    const { body } = await Api.anonymous().get(`/public/tenants/${world.tenant.slug}`).expect(200);
    expect(body).toMatchObject({ name: world.tenant.name, languages: ['de', 'en'], registrationOpen: true });
    expect(JSON.stringify(body)).not.toContain('Shop');
    await Api.anonymous().get('/public/tenants/gibt-es-nicht').expect(404);
  });

  it('begin with first steps: seen from what there is, each of them skipped or taken up again, and dismissed', async () => {
    const view = async () => (await world.admin.get('/staff/first-steps').expect(200)).body;
    const states = ({ steps }: { steps: { step: string; state: string }[] }): Record<string, string> =>
      Object.fromEntries(steps.map(({ step, state }) => [step, state]));
    const patch = async (body: object) =>
      (await world.admin.patch('/staff/first-steps').send(body).expect(200)).body;
    const begun = await view();
    expect(begun.dismissed).toBe(false);
    expect(states(begun)).toEqual({
      BRAND: 'OPEN',
      SENDER: 'OPEN',
      CUSTOMERS: 'OPEN',
      CONTACTS: 'OPEN',
      ARTICLES: 'OPEN',
      DEVICES: 'OPEN',
      INVITATION: 'OPEN',
    });
    expect(states(await patch({ skip: 'ARTICLES' }))).toMatchObject({ ARTICLES: 'SKIPPED', DEVICES: 'OPEN' });
    expect(states(await patch({ skip: 'ARTICLES' }))).toMatchObject({ ARTICLES: 'SKIPPED' });
    await patch({ skip: 'DEVICES' });
    expect(states(await patch({ takeUp: 'ARTICLES' }))).toMatchObject({
      ARTICLES: 'OPEN',
      DEVICES: 'SKIPPED',
    });

    const accent = { accentColor: '#0f5e6e' };
    await world.admin.patch('/staff/settings').set('if-match', '"1"').send(accent).expect(200);
    const { body: customer } = await world.admin
      .post('/staff/customers')
      .send({ name: 'Erste GmbH' })
      .expect(201);
    await world.admin.post(`/staff/customers/${customer.id}/devices`).send({ name: 'Drucker' }).expect(201);
    const { body: contact } = await world.admin
      .post(`/staff/customers/${customer.id}/contacts`)
      .send({ lastName: 'Erste', email: uniqueEmail('erste') })
      .expect(201);
    const done = { BRAND: 'DONE', CUSTOMERS: 'DONE', CONTACTS: 'DONE', DEVICES: 'DONE' };
    expect(states(await view())).toEqual({ ...states(begun), ...done });
    await world.admin.put(`/staff/contacts/${contact.id}/portal-access`).send({ role: 'USER' }).expect(200);
    expect(states(await view())).toMatchObject({ ...done, INVITATION: 'DONE', ARTICLES: 'OPEN' });

    expect((await patch({ dismissed: true })).dismissed).toBe(true);
    expect((await view()).dismissed).toBe(true);
    expect((await patch({ dismissed: false })).dismissed).toBe(false);
    await (await addAgent(world)).get('/staff/first-steps').expect(403);
  });
});
