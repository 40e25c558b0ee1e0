import { awaitsCredentials, canEnd, stepTowards } from './portal-access.policy';

const access = (state: 'INVITED' | 'ACTIVE' | 'DEACTIVATED', role: 'MAIN_USER' | 'USER' = 'USER') => ({
  state,
  role,
});

describe('Access to the portal', () => {
  it.each([
    ['INVITE', undefined],
    ['INVITE', access('DEACTIVATED')],
    ['NOTHING', access('INVITED')],
    ['NOTHING', access('ACTIVE')],
    ['CHANGE_ROLE', access('INVITED', 'MAIN_USER')],
    ['CHANGE_ROLE', access('ACTIVE', 'MAIN_USER')],
  ] as const)('as a user takes %s from %j', (step, from) => {
    expect(stepTowards('USER', from)).toBe(step);
  });

  it('ends once, if there ever was any', () => {
    expect([undefined, access('INVITED'), access('ACTIVE'), access('DEACTIVATED')].map(canEnd)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('gets its credentials again only as long as they are not used', () => {
    expect(
      [undefined, access('INVITED'), access('ACTIVE'), access('DEACTIVATED')].map(awaitsCredentials),
    ).toEqual([false, true, false, false]);
  });
});
