import { addGuest, type Guest } from './support/guests';
import { mailsTo } from './support/mailbox';
import { addCustomer } from './support/population';
import { firstLogin, makeWorld, uniqueEmail, type World } from './support/world';

interface Listed {
  readonly id: string;
  readonly credentialsMail: { readonly state: string } | null;
}

describe('Kundenportal-Zugang for many at once', () => {
  let world: World;
  let customerId: string;

  beforeAll(async () => {
    world = await makeWorld();
    customerId = await addCustomer(world.admin, 'Müller & Söhne GmbH');
  });

  const contact = (email?: string): Promise<Guest> => addGuest(world.admin, customerId, email);
  const access = (id: string) => world.admin.get(`/staff/contacts/${id}/portal-access`).expect(200);
  const give = (contactIds: readonly string[], fields: object = {}) =>
    world.admin.put('/staff/portal-accesses').send({ role: 'MAIN_USER', contactIds, ...fields });
  const outcomesOf = ({ items }: { items: { outcome: string }[] }) => items.map(({ outcome }) => outcome);

  it('says who gets a mail and who cannot, does it once, and lets the mails leave one after the other', async () => {
    const guests = await Promise.all([contact(), contact(), contact()]);
    const [one, two, three] = guests;
    const old = await contact();
    await world.admin.put(`/staff/contacts/${old.id}/portal-access`).send({ role: 'USER' }).expect(200);
    const mute = await world.admin
      .post(`/staff/customers/${customerId}/contacts`)
      .send({ lastName: 'Stumm' })
      .expect(201);
    const staff = await contact(world.tenant.adminEmail);
    const company = await world.admin.post('/staff/customers').send({ name: 'Archiv GmbH' }).expect(201);
    const gone = await world.admin
      .post(`/staff/customers/${company.body.id}/contacts`)
      .send({ lastName: 'Damals', email: uniqueEmail('damals') })
      .expect(201);
    await world.admin.put(`/staff/customers/${company.body.id}/archival`).set('if-match', '"1"').expect(200);
    const ids = [
      ...[one.id, old.id, two.id, String(mute.body.id), staff.id],
      ...[String(gone.body.id), customerId, three.id, one.id],
    ];
    const outcomes = [
      'INVITED',
      'UNCHANGED',
      'INVITED',
      'EMAIL_MISSING',
      'EMAIL_TAKEN',
      'CUSTOMER_ARCHIVED',
      'UNKNOWN',
      'INVITED',
    ];
    const { body: preview } = await give(ids, { dryRun: true }).expect(200);
    expect(outcomesOf(preview)).toEqual(outcomes);
    expect((await access(one.id)).body.state).toBe('NONE');

    const { body: done } = await give(ids).expect(200);
    expect(outcomesOf(done)).toEqual(outcomes);
    const turns = (done.items as { mailAt: string | null }[])
      .flatMap(({ mailAt }) => mailAt ?? [])
      .map(Date.parse);
    expect(turns.slice(1).map((turn, i) => turn - Number(turns[i]))).toEqual([2_000, 2_000]);
    expect((await access(old.id)).body.role).toBe('USER');

    const { body: again } = await give(ids, { role: 'USER' }).expect(200);
    expect(outcomesOf(again)).toEqual(outcomes.map((was) => (was === 'INVITED' ? 'UNCHANGED' : was)));
    await firstLogin(world.tenant.slug, three.email);
    expect((await access(three.id)).body).toMatchObject({ state: 'ACTIVE', role: 'MAIN_USER' });
    for (const { email } of guests) expect(await mailsTo(email)).toHaveLength(1);
    const { body: list } = await world.admin
      .get(`/staff/customers/${customerId}/contacts?limit=100`)
      .expect(200);
    const listed = (list.items as Listed[]).filter(({ id }) => ids.includes(id));
    expect(new Map(listed.map(({ id, credentialsMail }) => [id, credentialsMail?.state]))).toEqual(
      new Map([
        [one.id, 'SENT'],
        [two.id, 'SENT'],
        [three.id, undefined],
        [old.id, 'SENT'],
        [mute.body.id, undefined],
        [staff.id, undefined],
      ]),
    );
  });

  it('takes no more than a hundred', async () => {
    const ids = Array.from({ length: 101 }, () => customerId);
    const { body } = await give(ids).expect(422);
    expect(body.errors[0].pointer).toBe('/contactIds');
  });
});
