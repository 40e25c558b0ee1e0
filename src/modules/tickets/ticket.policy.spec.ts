import type { Actor } from '../../platform/context/actor';
import { mayCloseAndReopen, mayWrite, readableBy } from './ticket.policy';

const person = {
  id: 'p',
  tenantId: 't',
  name: 'P',
  sessionId: 's',
  writes: 0,
  passwordChangeRequired: false,
};
const agent: Actor = { ...person, kind: 'STAFF', role: 'AGENT' };
const mainUser: Actor = { ...person, kind: 'CONTACT', role: 'MAIN_USER', customerId: 'c' };
const user: Actor = { ...person, kind: 'CONTACT', role: 'USER', customerId: 'c' };

it('keeps what is internal among staff', () => {
  expect([agent, mainUser, user].map((actor) => readableBy(actor).includes('INTERNAL'))).toEqual([
    true,
    false,
    false,
  ]);
  expect([agent, mainUser, user].map((actor) => mayWrite(actor, 'INTERNAL'))).toEqual([true, false, false]);
});

it('lets everybody read and write what is public', () => {
  for (const actor of [agent, mainUser, user]) {
    expect(readableBy(actor)).toContain('PUBLIC');
    expect(mayWrite(actor, 'PUBLIC')).toBe(true);
  }
});

it('lets contacts close and reopen only where the settings say so', () => {
  const on = { contactsMayCloseTickets: true };
  const off = { contactsMayCloseTickets: false };
  expect([agent, mainUser, user].map((actor) => mayCloseAndReopen(actor, on))).toEqual([true, true, true]);
  expect([agent, mainUser, user].map((actor) => mayCloseAndReopen(actor, off))).toEqual([true, false, false]);
});
