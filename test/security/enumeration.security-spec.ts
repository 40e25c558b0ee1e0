import { performance } from 'node:perf_hooks';
import { Api } from '../support/api';
import { measured } from '../support/figures';
import { inForm } from '../support/form';
import { operationsOfDocument } from '../support/operations';
import { addContact, addCustomer } from '../support/population';
import { wire, type WireAnswer } from '../support/wire';
import { makeWorld, uniqueEmail, type World } from '../support/world';

const SAMPLES = inForm({ short: 40, long: 600 });
/**
 * How well one answer's time tells two populations apart: the chance that a member of the one took longer than a member
 * of the other. Half is no help at all, a hash left out is nearly certainty. It compares ranks, so that noise, which
 * meets all alike, does not matter; the room is four standard errors.
 */
const ROOM = 4 * Math.sqrt((2 * SAMPLES + 1) / (12 * SAMPLES * SAMPLES));
/** Each account and each tenant is asked for a few times only: their limits must not be what is measured. */
const TENANTS = inForm({ short: 1, long: 9 });
const ACCOUNTS = 2;

const POPULATIONS = ['active', 'invited', 'deactivated', 'unknown'] as const;
type Population = (typeof POPULATIONS)[number];

interface Somebody {
  readonly tenant: string;
  readonly email: string;
}

/** Who has access, who had, who is to have it, and who is nobody: a stranger cannot tell them apart. */
describe('Enumeration', () => {
  jest.setTimeout(inForm({ short: 180_000, long: 60 * 60_000 }));
  const people: Record<Population, Somebody[]> = { active: [], invited: [], deactivated: [], unknown: [] };

  beforeAll(async () => {
    for (let i = 0; i < TENANTS; i++) await addPeople();
  }, 300_000);

  async function addPeople(): Promise<void> {
    const world = await makeWorld();
    const tenant = world.tenant.slug;
    const customer = await addCustomer(world.admin, 'Zahl GmbH');
    for (let i = 0; i < ACCOUNTS; i++) {
      const { email: active } = await addContact(world, customer, 'USER');
      const { email: deactivated, contactId } = await addContact(world, customer, 'USER');
      await world.admin.delete(`/staff/contacts/${contactId}/portal-access`).expect(204);
      const invited = await invite(world, customer);
      const emails = { active, invited, deactivated, unknown: uniqueEmail('unknown') };
      for (const population of POPULATIONS) people[population].push({ tenant, email: emails[population] });
    }
  }

  async function invite({ admin }: World, customer: string): Promise<string> {
    const email = uniqueEmail('invited');
    const { body } = await admin
      .post(`/staff/customers/${customer}/contacts`)
      .send({ firstName: 'Ina', lastName: 'Invited', email })
      .expect(201);
    await admin.put(`/staff/contacts/${body.id}/portal-access`).send({ role: 'USER' }).expect(200);
    return email;
  }

  it('is not possible at the login', () =>
    compare('login', (somebody) =>
      post('/api/v1/auth/login', { ...somebody, password: 'Ein falsches Passwort 1' }),
    ));

  it('is not possible where a new password is asked for', () =>
    compare('reset', (somebody) => post('/api/v1/auth/password-reset-requests', somebody)));

  it('is not possible at the OAuth2 form', () =>
    compare('token', ({ tenant, email }) => {
      const form = {
        grant_type: 'password',
        client_id: tenant,
        username: email,
        password: 'Falsch 12345',
      };
      return post('/api/v1/auth/token', new URLSearchParams(form).toString());
    }));

  it('is not possible at the registration', async () => {
    const operation = (await operationsOfDocument()).find(({ path }) =>
      path.endsWith('/{slug}/registrations'),
    );
    if (!operation) throw new Error('The document has no registration.');
    await compare('registration', ({ tenant, email }) =>
      post(operation.path.replace('{slug}', tenant), { ...operation.exampleBody(), email }),
    );
  });

  async function compare(what: string, ask: (somebody: Somebody) => Promise<WireAnswer>): Promise<void> {
    const times: Record<Population, number[]> = { active: [], invited: [], deactivated: [], unknown: [] };
    const answers = new Map<string, Set<Population>>();
    for (let i = -5; i < SAMPLES; i++) {
      for (const population of shuffled(POPULATIONS)) {
        const somebody = people[population][Math.abs(i) % (TENANTS * ACCOUNTS)]!;
        const since = performance.now();
        const answer = await ask(somebody);
        // The first ones warm up what runs for the first time.
        if (i >= 0) times[population].push(performance.now() - since);
        const seen = shown(answer);
        answers.set(seen, (answers.get(seen) ?? new Set()).add(population));
      }
    }
    const kinds = [...answers.keys()];
    measured(
      `${what}: different answers to four populations`,
      '1',
      kinds.length,
      kinds.length === 1 ? [] : kinds,
    );
    const chances = POPULATIONS.flatMap((one, i) =>
      POPULATIONS.slice(i + 1).map((other): [string, number] => [
        `${one}/${other}`,
        chanceOfLonger(times[one], times[other]),
      ]),
    );
    const worst = Math.max(...chances.map(([, chance]) => Math.abs(chance - 0.5)));
    const medians = POPULATIONS.map((population) => median(times[population]).toFixed(1)).join(' ');
    measured(
      `${what}: chance to tell two populations by time (medians ${medians} ms)`,
      `0.5 ± ${ROOM.toFixed(2)}`,
      `0.5 ± ${worst.toFixed(2)}`,
      chances.filter(([, c]) => Math.abs(c - 0.5) > ROOM).map(([pair, c]) => `${pair}: ${c.toFixed(2)}`),
    );
  }
});

function post(path: string, body: object | string): Promise<WireAnswer> {
  const type = typeof body === 'string' ? 'application/x-www-form-urlencoded' : 'application/json';
  return wire(path, {
    method: 'POST',
    // Another address each time, so that no limit per address answers instead.
    headers: { 'content-type': type, 'x-forwarded-for': Api.anonymous().address },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** Everything of the answer that is not different each time by itself. */
function shown({ status, headers, text }: WireAnswer): string {
  const fixed = Object.entries(headers).filter(
    ([name]) => !['date', 'x-correlation-id', 'ratelimit-remaining', 'ratelimit-reset'].includes(name),
  );
  return `${status} ${JSON.stringify(fixed)} ${text.replace(/[0-9a-f-]{36}/g, 'id')}`;
}

function chanceOfLonger(one: readonly number[], other: readonly number[]): number {
  let longer = 0;
  for (const a of one) for (const b of other) longer += a > b ? 1 : a === b ? 0.5 : 0;
  return longer / (one.length * other.length);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item): [number, T] => [Math.random(), item])
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}
