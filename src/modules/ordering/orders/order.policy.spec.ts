import type { Actor } from '../../../platform/context/actor';
import { orderScope } from './order.policy';

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

it('shows staff every order, main users their company, users their own', () => {
  expect(orderScope(agent)).toEqual({});
  expect(orderScope(mainUser)).toEqual({ customerId: 'c' });
  expect(orderScope(user)).toEqual({ customerId: 'c', contactId: 'p' });
});

it('treats a role it does not know like a user', () => {
  expect(orderScope({ ...user, role: 'GUEST' as never })).toEqual({ customerId: 'c', contactId: 'p' });
});
