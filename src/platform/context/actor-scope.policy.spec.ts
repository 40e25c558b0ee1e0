import type { Actor } from './actor';
import { scopeOf } from './actor-scope.policy';

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

it('shows staff everything, main users their company, users their own', () => {
  expect(scopeOf(agent)).toEqual({});
  expect(scopeOf(mainUser)).toEqual({ customerId: 'c' });
  expect(scopeOf(user)).toEqual({ customerId: 'c', contactId: 'p' });
});

it('treats a role it does not know like a user', () => {
  expect(scopeOf({ ...user, role: 'GUEST' as never })).toEqual({ customerId: 'c', contactId: 'p' });
});
