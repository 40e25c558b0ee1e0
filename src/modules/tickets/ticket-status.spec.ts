import {
  isRunning,
  mayMove,
  nameOfMove,
  statusAfterReply,
  takesReplies,
  TICKET_STATUSES,
} from './ticket-status';

describe('mayMove', () => {
  it.each([
    ['NEW', ['IN_PROGRESS', 'WAITING_FOR_CUSTOMER', 'RESOLVED', 'CLOSED']],
    ['IN_PROGRESS', ['WAITING_FOR_CUSTOMER', 'RESOLVED', 'CLOSED']],
    ['WAITING_FOR_CUSTOMER', ['IN_PROGRESS', 'RESOLVED', 'CLOSED']],
    ['RESOLVED', ['IN_PROGRESS', 'CLOSED']],
    ['CLOSED', ['IN_PROGRESS']],
  ] as const)('lets %s become %j and nothing else', (from, allowed) => {
    expect(TICKET_STATUSES.filter((to) => mayMove(from, to))).toEqual(allowed);
  });
});

describe('statusAfterReply', () => {
  it.each([
    ['NEW', 'NEW', 'IN_PROGRESS'],
    ['IN_PROGRESS', 'IN_PROGRESS', 'IN_PROGRESS'],
    ['WAITING_FOR_CUSTOMER', 'IN_PROGRESS', 'WAITING_FOR_CUSTOMER'],
    ['RESOLVED', 'IN_PROGRESS', 'RESOLVED'],
  ] as const)('brings %s to %s by a contact and to %s by staff', (status, byContact, byStaff) => {
    expect(statusAfterReply(status, 'CONTACT')).toBe(byContact);
    expect(statusAfterReply(status, 'STAFF')).toBe(byStaff);
  });
});

it('takes no reply once closed', () => {
  expect(TICKET_STATUSES.filter((status) => !takesReplies(status))).toEqual(['CLOSED']);
});

it('counts neither resolved nor closed tickets as running', () => {
  expect(TICKET_STATUSES.filter((status) => !isRunning(status))).toEqual(['RESOLVED', 'CLOSED']);
});

it.each([
  ['NEW', 'IN_PROGRESS', 'STATUS_CHANGED'],
  ['IN_PROGRESS', 'RESOLVED', 'STATUS_CHANGED'],
  ['RESOLVED', 'CLOSED', 'CLOSED'],
  ['NEW', 'CLOSED', 'CLOSED'],
  ['RESOLVED', 'IN_PROGRESS', 'REOPENED'],
  ['CLOSED', 'IN_PROGRESS', 'REOPENED'],
] as const)('calls the move from %s to %s %s in the history', (from, to, name) => {
  expect(nameOfMove(from, to)).toBe(name);
});
