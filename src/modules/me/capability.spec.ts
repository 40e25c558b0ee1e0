import type { Actor } from '../../platform/context/actor';
import { capabilitiesOf } from './capability';

const contact = { kind: 'CONTACT', role: 'USER' } as Actor;
const mainUser = { kind: 'CONTACT', role: 'MAIN_USER' } as Actor;
const nothing = { contactsMayCloseTickets: false, openShops: [], hasDevices: false };

it.each([
  ['a user', contact, nothing, ['ANSWER_OFFERS']],
  ['a main user', mainUser, nothing, ['TICKETS_OF_COMPANY', 'ORDERS_OF_COMPANY', 'ANSWER_OFFERS', 'EXPORT']],
  [
    'a user whose tenant lets them',
    contact,
    { ...nothing, contactsMayCloseTickets: true },
    ['CLOSE_TICKETS', 'ANSWER_OFFERS'],
  ],
  [
    'a user with an open shop',
    contact,
    { ...nothing, openShops: ['PRINTER_SHOP'] },
    ['ANSWER_OFFERS', 'ORDER', 'PRINTER_SHOP'],
  ],
  [
    'a user whose company has devices',
    contact,
    { ...nothing, hasDevices: true },
    ['ANSWER_OFFERS', 'DEVICES'],
  ],
  ['an agent', { kind: 'STAFF', role: 'AGENT' }, nothing, ['CLOSE_TICKETS']],
  ['an administrator', { kind: 'STAFF', role: 'ADMIN' }, nothing, ['ADMINISTRATION', 'CLOSE_TICKETS']],
] as const)('what may be done by %s', (_, actor, circumstances, expected) => {
  expect(capabilitiesOf(actor as Actor, circumstances)).toEqual(expected);
});
