import type { Api } from './support/api';
import { mailsTo } from './support/mailbox';
import { addContact, addCustomer } from './support/population';
import { jobsDone } from './support/rows';
import { answerOffer, makeOffer, offerArticle, putIntoCart, setShops, submitCart } from './support/shops';
import { makeWorld, type World } from './support/world';

type Contact = Awaited<ReturnType<typeof addContact>>;

describe('Mails to main users about what is not theirs', () => {
  let world: World;
  let customerId: string;
  let user: Contact;
  let mine: Contact;
  let important: Contact;
  let all: Contact;

  beforeAll(async () => {
    world = await makeWorld();
    customerId = await addCustomer(world.admin, 'Mehrköpfig GmbH');
    user = await addContact(world, customerId, 'USER', 'Nutzer');
    mine = await addContact(world, customerId, 'MAIN_USER', 'Mein');
    important = await addContact(world, customerId, 'MAIN_USER', 'Wichtig');
    all = await addContact(world, customerId, 'MAIN_USER', 'Alles');
    await choose(important, 'IMPORTANT').expect(200);
    await choose(all, 'ALL').expect(200);
  });

  const choose = (contact: Api, companyMails: string): ReturnType<Api['patch']> =>
    contact.patch('/auth/me').send({ companyMails });

  const ask = async (who: Api, subject: string): Promise<string> =>
    (await who.post('/portal/tickets').send({ subject, description: 'Bitte.' }).expect(201)).body.id;

  const answer = (id: string, body: string) =>
    world.admin.post(`/staff/tickets/${id}/comments`).send({ body, visibility: 'PUBLIC' }).expect(201);

  const resolve = async (id: string): Promise<void> => {
    const { headers } = await world.admin.get(`/staff/tickets/${id}`).expect(200);
    await world.admin
      .patch(`/staff/tickets/${id}`)
      .set('if-match', headers.etag!)
      .send({ status: 'RESOLVED' })
      .expect(200);
  };

  /** How often each was written to about it. */
  async function about(part: string): Promise<Record<string, number>> {
    await jobsDone();
    const counts: Record<string, number> = {};
    for (const [name, { email }] of Object.entries({ user, mine, important, all })) {
      const mails = await mailsTo(email);
      counts[name] = mails.filter(({ subject, text }) => `${subject}\n${text}`.includes(part)).length;
    }
    return counts;
  }

  it('come as each one has chosen: of a ticket its status, or everything', async () => {
    const id = await ask(user, 'Drucker druckt nicht');
    expect(await about(id)).toEqual({ user: 1, mine: 0, important: 0, all: 1 });
    await answer(id, 'Wir kommen.');
    expect(await about(id)).toEqual({ user: 2, mine: 0, important: 0, all: 2 });
    await resolve(id);
    expect(await about(id)).toEqual({ user: 3, mine: 0, important: 1, all: 3 });
  });

  it('come in any case about what they asked for, joined in, or what is nobody’s', async () => {
    const own = await ask(mine, 'Mein eigenes');
    await answer(own, 'Gern.');
    expect(await about(own)).toEqual({ user: 0, mine: 2, important: 0, all: 2 });
    const joined = await ask(user, 'Mitgeredet');
    await mine.post(`/portal/tickets/${joined}/comments`).send({ body: 'Eilt!' }).expect(201);
    await answer(joined, 'Verstanden.');
    // The user's receipt and both comments; of the main user's, they hear of the answer alone.
    expect(await about(joined)).toEqual({ user: 3, mine: 1, important: 0, all: 3 });
    const { body } = await world.admin
      .post('/staff/tickets')
      .send({ customerId, subject: 'Für die Firma', description: 'Wartung.' })
      .expect(201);
    expect(await about(body.id)).toEqual({ user: 0, mine: 1, important: 1, all: 1 });
  });

  it('come of orders as well: what was offered and decided, or the receipt, too', async () => {
    await setShops(world.admin, { onlineShop: { enabled: true, showPrices: false } });
    const article = await offerArticle(world.admin, { name: 'Monitor', netPriceCents: 9_900 });
    await putIntoCart(user, 'online-shop', article, 1);
    const { body: request } = await submitCart(user, 'online-shop');
    expect(await about(request.id)).toEqual({ user: 1, mine: 0, important: 0, all: 1 });
    await makeOffer(world.admin, request.id, 9_000);
    expect(await about(request.id)).toEqual({ user: 2, mine: 0, important: 1, all: 2 });
    // Whoever answers it hears of the order, whatever they have chosen.
    await answerOffer(mine, request.id, 'ACCEPTED');
    expect(await about('Angebot angenommen')).toEqual({ user: 1, mine: 1, important: 1, all: 1 });
  });

  it('are chosen by main users alone', async () => {
    expect((await mine.get('/auth/me').expect(200)).body.companyMails).toBe('MINE');
    expect((await all.get('/auth/me').expect(200)).body.companyMails).toBe('ALL');
    expect((await user.get('/auth/me').expect(200)).body).not.toHaveProperty('companyMails');
    for (const other of [user, world.admin]) {
      const { body } = await choose(other, 'ALL').expect(422);
      expect(body).toMatchObject({ code: 'me.no-company-mails', errors: [{ pointer: '/companyMails' }] });
    }
    await choose(mine, 'SOME').expect(422);
  });
});
