import type { Actor } from '../platform/context/actor';
import { runInContext } from '../platform/context/context';
import { newId } from '../platform/ids';
import type { People } from './demo-people';

export function personOf(people: People, email: string): Actor {
  const person = people.get(email);
  if (!person) throw new Error(`The demo knows nobody with the address ${email}.`);
  return person;
}

/** Who answers customers: an agent, or where there is none, whoever works there. */
export function staffOf(people: People): Actor {
  const staff = [...people.values()].filter(({ kind }) => kind === 'STAFF');
  const person = staff.find(({ role }) => role === 'AGENT') ?? staff[0];
  if (!person) throw new Error('The demo tenant has no staff.');
  return person;
}

/** Does something in a person's name, as if they had logged in. */
export function as<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
  return runInContext({ correlationId: newId(), language: 'de', actor }, work);
}
