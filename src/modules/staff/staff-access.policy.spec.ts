import { becomesAdmin, hasAdmin } from './staff-access.policy';

it.each([
  [true, [{ role: 'ADMIN', state: 'ACTIVE' }]],
  [
    true,
    [
      { role: 'AGENT', state: 'ACTIVE' },
      { role: 'ADMIN', state: 'ACTIVE' },
    ],
  ],
  // Whoever was invited may never come.
  [false, [{ role: 'ADMIN', state: 'INVITED' }]],
  [false, [{ role: 'ADMIN', state: 'DEACTIVATED' }]],
  [false, [{ role: 'AGENT', state: 'ACTIVE' }]],
  [
    false,
    [
      { role: 'AGENT', state: 'ACTIVE' },
      { role: 'ADMIN', state: 'INVITED' },
    ],
  ],
  [false, []],
] as const)('knows whether somebody can give access: %s with %j', (expected, accounts) => {
  expect(hasAdmin(accounts)).toBe(expected);
});

it.each([
  [true, 'ACTIVE', 'AGENT', { role: 'ADMIN' }],
  [true, 'INVITED', 'AGENT', { role: 'ADMIN' }],
  [true, 'DEACTIVATED', 'ADMIN', { active: true }],
  [true, 'DEACTIVATED', 'AGENT', { active: true, role: 'ADMIN' }],
  // Nobody yet: it takes another step.
  [false, 'DEACTIVATED', 'AGENT', { role: 'ADMIN' }],
  [false, 'ACTIVE', 'AGENT', { role: 'ADMIN', active: false }],
  [false, 'DEACTIVATED', 'ADMIN', { active: true, role: 'AGENT' }],
  [false, 'DEACTIVATED', 'AGENT', { active: true }],
  [false, 'ACTIVE', 'ADMIN', { role: 'ADMIN' }],
  [false, 'ACTIVE', 'ADMIN', { active: true }],
  [false, 'INVITED', 'ADMIN', {}],
  [false, 'ACTIVE', 'AGENT', {}],
] as const)(
  'knows whether somebody becomes an administrator: %s, %s %s with %j',
  (expected, state, role, change) => {
    expect(becomesAdmin({ state, role }, change)).toBe(expected);
  },
);
