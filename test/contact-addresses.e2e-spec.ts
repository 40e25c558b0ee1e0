import { addCustomer } from './support/population';
import { makeWorld, uniqueEmail, type World } from './support/world';

describe('Ansprechpartner', () => {
  it('have an address once in a tenant, regardless of case; another tenant may have it, too', async () => {
    const [one, other] = await Promise.all([makeWorld(), makeWorld()]);
    const email = uniqueEmail('doppelt');
    const create = async ({ admin }: World, address: string) =>
      admin
        .post(`/staff/customers/${await addCustomer(admin, 'Muster AG')}/contacts`)
        .send({ lastName: 'Doppelt', email: address });
    expect((await create(one, email)).status).toBe(201);
    const again = await create(one, email.toUpperCase());
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({ code: 'contact.email-taken', errors: [{ pointer: '/email' }] });
    expect((await create(other, email)).status).toBe(201);
  });
});
