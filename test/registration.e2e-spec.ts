import { Api } from './support/api';
import { asSuperuser } from './support/database';
import { e2eEnvironment } from './support/environment';
import { newestMail, tokenFrom } from './support/mailbox';
import { jobsDone } from './support/rows';
import { makeWorld, uniqueEmail } from './support/world';
import { confirm, type RegistrationRow, Registrations, typed } from './support/registrations';

describe('A registration', () => {
  let portal: Registrations;
  let world: Registrations['world'];
  let tenantId: Registrations['tenantId'];

  beforeAll(async () => {
    portal = await Registrations.make();
    ({ world, tenantId } = portal);
  });

  it('is written at once and confirmed with the link of the mail, once', async () => {
    const email = uniqueEmail('neu');
    const { body } = await portal.register(email, { privacyAccepted: true }).expect(202);
    expect(Object.keys(body)).toEqual(['message']);
    const [row] = await portal.rowsOf(email);
    expect(row).toMatchObject({ company: 'Muster & Söhne GmbH', state: 'PENDING', verified_at: null });

    const mail = await newestMail(email, { subject: 'bestätigen' });
    const token = tokenFrom(mail);
    expect(mail.text).toContain(`${e2eEnvironment().baseUrl}/p/${world.tenant.slug}/registration#token=`);
    await confirm(token).expect(204);
    expect((await portal.rowsOf(email))[0]?.verified_at).toBeInstanceOf(Date);
    const again = await confirm(token).expect(422);
    expect(again.body).toMatchObject({
      code: 'registration.confirmed-already',
      errors: [{ pointer: '/token' }],
    });
  });

  it('is confirmed once, also by concurrent clicks', async () => {
    const email = uniqueEmail('doppelt');
    await portal.register(email).expect(202);
    const token = tokenFrom(await newestMail(email));
    const statuses = await Promise.all(Array.from({ length: 5 }, async () => (await confirm(token)).status));
    expect(statuses.filter((status) => status === 204)).toHaveLength(1);
    expect(statuses.filter((status) => status === 422)).toHaveLength(4);
  });

  it('is not confirmed by opening the link, as programs that scan mails do', async () => {
    const email = uniqueEmail('scanner');
    await portal.register(email).expect(202);
    const token = tokenFrom(await newestMail(email));
    const { baseUrl } = e2eEnvironment();
    for (const method of ['GET', 'HEAD']) {
      const opened = await fetch(`${baseUrl}/registration#token=${token}`, { method });
      expect(opened.status).toBe(200);
    }
    await Api.anonymous().get('/public/registrations/confirmations').expect(404);
    expect((await portal.rowsOf(email))[0]?.verified_at).toBeNull();
    await confirm(token).expect(204);
  });

  it('has a link that expires after 72 hours', async () => {
    const email = uniqueEmail('spaet');
    await portal.register(email).expect(202);
    const token = tokenFrom(await newestMail(email));
    const [row] = await asSuperuser<{ hours: number }>(
      `SELECT extract(epoch FROM confirmation_expires_at - created_at)::float / 3600 AS hours
       FROM registrations WHERE tenant_id = $1 AND email = $2`,
      [tenantId, email],
    );
    expect(row?.hours).toBeCloseTo(72, 1);
    await asSuperuser(
      `UPDATE registrations SET confirmation_expires_at = now() - interval '1 second' WHERE tenant_id = $1 AND email = $2`,
      [tenantId, email],
    );
    const late = await confirm(token).expect(422);
    expect(late.body.code).toBe('auth.token-invalid');
    for (const wrong of ['x', `${token}x`, token.slice(1), Buffer.alloc(64).toString('base64url')]) {
      expect((await confirm(wrong).expect(422)).body.code).toBe('auth.token-invalid');
    }
  });

  it('keeps no secret in the database', async () => {
    const email = uniqueEmail('geheim');
    await portal.register(email).expect(202);
    const token = tokenFrom(await newestMail(email));
    const secret = Buffer.from(token, 'base64url').subarray(32).toString('base64url');
    for (const table of ['registrations', 'outgoing_mails', 'mailed_addresses']) {
      const found = await asSuperuser(`SELECT FROM ${table} t WHERE t::text LIKE '%' || $1 || '%'`, [secret]);
      expect(found).toEqual([]);
    }
  });

  it('merges into the pending one, which stays as it was', async () => {
    const email = uniqueEmail('erste');
    await portal.register(email).expect(202);
    const first = await newestMail(email);
    await portal.register(email, { company: 'Feindliche Übernahme AG', lastName: 'Fremd' }).expect(202);
    await portal.register(email.toUpperCase(), { message: 'Und noch einmal' }).expect(202);
    const [row, ...others] = await portal.rowsOf(email);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ company: 'Muster & Söhne GmbH', last_name: 'Muster', email, repeats: 2 });

    // Within the hour nothing was sent, so the first link still works; a newer one voids it.
    await portal.anHourLater();
    await portal.register(email).expect(202);
    const second = await newestMail(email, { after: first });
    await confirm(tokenFrom(first)).expect(422);
    await confirm(tokenFrom(second)).expect(204);

    await portal.anHourLater();
    await portal.register(email).expect(202);
    const third = await newestMail(email, { after: second });
    expect(third.subject).toBe('Ihre Registrierung liegt uns vor');
    expect(third.text).not.toContain('#token=');
  });

  it('is refused where registration is closed, or the tenant is unknown', async () => {
    const other = await makeWorld();
    await other.admin.change('/staff/settings', { registrationOpen: false });
    const at = (slug: string, email: string) =>
      Api.anonymous().post(`/public/tenants/${slug}/registrations`).send(typed(email));
    const closed = await at(other.tenant.slug, uniqueEmail()).expect(409);
    expect(closed.body.code).toBe('registration.closed');
    expect((await at(other.tenant.slug, other.tenant.adminEmail)).body.code).toBe('registration.closed');
    await at('gibt-es-nicht', uniqueEmail()).expect(404);
  });

  it.each([
    ['no company', { company: undefined }, '/company'],
    ['an empty company', { company: '  ' }, '/company'],
    ['no name', { lastName: undefined }, '/lastName'],
    ['a line break in the name', { lastName: 'Muster\r\nBcc: opfer@example.com' }, '/lastName'],
    ['a control character', { company: 'A\u0007B' }, '/company'],
    ['NUL in the message', { message: 'A\u0000B' }, '/message'],
    ['two addresses in an array', { email: ['a@example.com', 'b@example.com'] }, '/email'],
    ['an object as address', { email: { address: 'a@example.com' } }, '/email'],
    ['two addresses', { email: 'a@example.com, b@example.com' }, '/email'],
    ['a quoted name', { email: '"a@example.com b"@example.org' }, '/email'],
    ['a name with the address', { email: 'Petra <a@example.com>' }, '/email'],
    ['a line break in the address', { email: 'a@example.com\r\nBcc: b@example.com' }, '/email'],
    ['an address in Unicode', { email: 'ä@example.com' }, '/email'],
    ['two at signs in the address', { email: 'a@example.com@example.org' }, '/email'],
    ['a domain that is none', { email: 'a@example' }, '/email'],
    ['a language that is unknown', { language: 'fr' }, '/language'],
    ['a role', { role: 'MAIN_USER' }, '/role'],
    ['a state', { state: 'ACCEPTED' }, '/state'],
  ])('is refused with %s', async (_, more, pointer) => {
    const { body } = await portal.register(uniqueEmail(), more).expect(422);
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
  });

  it.each([
    ['kein-at', 'email'],
    ['"a@example.com b"@example.org', 'characters'],
  ])('says of %s what is wrong with it', async (email, code) => {
    const { body } = await portal.register(email).expect(422);
    expect(body.errors).toMatchObject([{ pointer: '/email', code }]);
  });

  it('is forgotten after half a year, unless it is confirmed and waits', async () => {
    const [old, confirmed, recent] = [uniqueEmail('alt'), uniqueEmail('bestaetigt'), uniqueEmail('jung')];
    for (const email of [old, confirmed, recent]) await portal.register(email).expect(202);
    await confirm(tokenFrom(await newestMail(confirmed))).expect(204);
    await asSuperuser(
      `UPDATE registrations SET created_at = now() - interval '181 days' WHERE tenant_id = $1 AND email = ANY($2)`,
      [tenantId, [old, confirmed]],
    );
    const [{ id } = { id: '' }] = await portal.rowsOf(old);
    await asSuperuser(`SELECT graphile_worker.add_job('RegistrationHousekeeping.tidyUp', '{}'::json)`);
    await jobsDone();
    const [gone] = await asSuperuser<RegistrationRow>('SELECT * FROM registrations WHERE id = $1', [id]);
    expect(gone).toMatchObject({ state: 'REJECTED', company: '', last_name: '', email: '' });
    expect(await portal.rowsOf(confirmed)).toHaveLength(1);
    expect(await portal.rowsOf(recent)).toHaveLength(1);
  });
});
