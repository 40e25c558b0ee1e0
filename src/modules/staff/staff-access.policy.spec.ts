import { hasAdmin } from './staff-access.policy';

it.each([
  [true, [{ role: 'ADMIN', state: 'ACTIVE' }]],
  [true, [{ role: 'ADMIN', state: 'INVITED' }]],
  [
    true,
    [
      { role: 'AGENT', state: 'ACTIVE' },
      { role: 'ADMIN', state: 'ACTIVE' },
    ],
  ],
  [false, [{ role: 'ADMIN', state: 'DEACTIVATED' }]],
  [false, [{ role: 'AGENT', state: 'ACTIVE' }]],
  [false, []],
] as const)('knows whether somebody can give access: %s with %j', (expected, accounts) => {
  expect(hasAdmin(accounts)).toBe(expected);
});
