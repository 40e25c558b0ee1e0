import type { Api } from './support/api';
import { addContact, addCustomer } from './support/population';
import { addAgent, makeWorld, type World } from './support/world';
import { changeTicket, createTicket, listedIds, type Seen } from './support/portal-tickets';

type Contact = Awaited<ReturnType<typeof addContact>>;

describe('Tickets in the portal', () => {
  let world: World;
  let agent: Api;
  let customerId: string;
  let user: Contact;
  let stranger: Contact;

  beforeAll(async () => {
    world = await makeWorld();
    agent = await addAgent(world);
    customerId = await addCustomer(world.admin, 'Müller & Söhne GmbH');
    user = await addContact(world, customerId, 'USER', 'Nutzer');
    stranger = await addContact(world, await addCustomer(world.admin, 'Andere AG'), 'MAIN_USER', 'Fremd');
  });

  it('lists what is running, unless asked otherwise', async () => {
    const [running, resolved, closed] = [
      await createTicket(user),
      await createTicket(user),
      await createTicket(user),
    ];
    await changeTicket(agent, resolved.id, { status: 'RESOLVED' });
    await changeTicket(agent, closed.id, { status: 'CLOSED' });
    const byDefault = await listedIds(user);
    expect(byDefault).toContain(running.id);
    expect(byDefault).not.toContain(resolved.id);
    expect(byDefault).not.toContain(closed.id);
    expect(await listedIds(user, 'status=RESOLVED,CLOSED')).toEqual([closed.id, resolved.id]);
    await user.get('/portal/tickets?status=OPEN').expect(422);
    await user.get('/portal/tickets?priority=HIGH').expect(422);
    await user.get('/portal/tickets?sort=priority').expect(422);
  });

  it('pages without losing or repeating anything', async () => {
    const pager = await addContact(world, customerId, 'USER', 'Blatt');
    const made: string[] = [];
    for (let i = 0; i < 5; i++) made.unshift((await createTicket(pager, `Seite ${i}`)).id);
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await pager.get(`/portal/tickets?limit=2${cursor}`).expect(200);
      seen.push(...body.items.map(({ id }: Seen) => id));
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
    } while (cursor);
    expect(seen).toEqual(made);
    expect(await listedIds(pager, 'sort=createdAt')).toEqual([...made].reverse());
  });

  it('finds German words by their stem, the last one unfinished, and numbers', async () => {
    const ticket = await createTicket(
      user,
      'Ausfall des Druckers im Lager',
      'Die Tintenpatronen sind eingetrocknet.',
    );
    await changeTicket(agent, ticket.id, { status: 'CLOSED' });
    const sequence = Number(ticket.number.slice(7));
    const year = ticket.number.slice(2, 6);
    const wanted = [
      'Drucker',
      'lager druckers',
      'Tintenpatrone',
      'eingetrock',
      '"Ausfall des Druckers"',
      ticket.number,
      `[${ticket.number}]`,
      `#${ticket.number}`,
      `${ticket.number}:`,
      `Ticket ${ticket.number}`,
      `AW: [${ticket.number}] Quarkspeise`,
      `#${sequence}`,
      `${year}-${sequence}`,
      String(sequence),
    ];
    for (const search of wanted) {
      expect([search, await listedIds(user, `search=${encodeURIComponent(search)}`)]).toEqual([
        search,
        expect.arrayContaining([ticket.id]),
      ]);
      expect(await listedIds(stranger, `search=${encodeURIComponent(search)}`)).toEqual([]);
    }
    expect(await listedIds(user, 'search=Drucker%20-Lager')).not.toContain(ticket.id);
    expect(await listedIds(user, 'search=1999-1')).toEqual([]);
    await agent
      .post(`/staff/tickets/${(await createTicket(user, 'Noch etwas')).id}/comments`)
      .send({ body: 'Es lag am Quittenbrot.', visibility: 'PUBLIC' })
      .expect(201);
    expect(await listedIds(user, 'search=Quittenbrot')).toHaveLength(1);
  });

  it('finds words beside whatever else a text is made of', async () => {
    const odd = [
      `C:\\Temp\\'neu'`,
      `O'Neill "\\'"`,
      ...[2_000, 2_046, 2_047].map((n) => `ü${'x'.repeat(n - 2)}`),
    ];
    for (const [index, text] of odd.entries()) {
      const { id } = await createTicket(user, `Rhabarber${index}`, `${text} Mirabellen ${text}`);
      expect(await listedIds(user, `search=Rhabarber${index} Mirabellen`)).toEqual([id]);
    }
    expect(await listedIds(user, "search=O'Neill")).toHaveLength(1);
    expect(await listedIds(user, `search=${encodeURIComponent('C:\\Temp')}`)).toHaveLength(1);
  });

  it('takes as many different words as fit', async () => {
    const { id } = await createTicket(user, 'Zeichensalat');
    // Different words of two letters of four bytes: nothing takes more room in the search.
    const letter = (index: number): string => String.fromCodePoint(0x20000 + index);
    const wordAt = (index: number): string => letter(index % 40_000) + letter(Math.floor(index / 40_000));
    for (let from = 0; from < 66_000; from += 6_600) {
      const body = Array.from({ length: 6_600 }, (_, index) => wordAt(from + index)).join(' ');
      await user.post(`/portal/tickets/${id}/comments`).send({ body }).expect(201);
    }
    expect(await listedIds(user, 'search=Zeichensalat')).toEqual([id]);
  });

  it.each([
    "'; DROP TABLE tickets; --",
    '\\',
    ':*',
    '"',
    '-',
    '!!',
    '&|<->',
    'the',
    '%',
    "''",
    '𝕏 😀',
    '(((',
  ])('survives a search for %j', async (search) => {
    await user.get(`/portal/tickets?count=true&search=${encodeURIComponent(search)}`).expect(200);
  });
});
