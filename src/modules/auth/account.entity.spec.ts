import { Account } from './account.entity';

const NOW = new Date('2026-11-25T12:00:00Z');
const LATER = new Date('2026-11-25T12:00:01Z');
const EARLIER = new Date('2026-11-25T11:59:59Z');

const accountOf = (values: Partial<Account>): Account =>
  Object.assign(
    new Account(),
    { passwordHash: null, initialPasswordExpiresAt: null, suspendedAt: null },
    values,
  );

describe('Logging in', () => {
  it.each([
    [true, { state: 'ACTIVE' }],
    [false, { state: 'ACTIVE', suspendedAt: EARLIER }],
    [false, { state: 'INVITED', initialPasswordExpiresAt: LATER, suspendedAt: EARLIER }],
    [false, { state: 'INVITED' }],
    [true, { state: 'INVITED', initialPasswordExpiresAt: LATER }],
    [false, { state: 'INVITED', initialPasswordExpiresAt: NOW }],
    [false, { state: 'INVITED', initialPasswordExpiresAt: EARLIER }],
    [false, { state: 'DEACTIVATED', initialPasswordExpiresAt: LATER }],
  ] as const)('is possible: %s with %j', (expected, values) => {
    expect(accountOf(values).canLogIn(NOW)).toBe(expected);
  });
});

describe('An account', () => {
  it('that is invited again has no password and knows nothing of the time before', () => {
    const account = accountOf({
      state: 'DEACTIVATED',
      passwordHash: 'old',
      passwordChangeRequired: true,
      initialPasswordExpiresAt: LATER,
      invitedAt: EARLIER,
      activatedAt: EARLIER,
      deactivatedAt: EARLIER,
    });
    account.invite();
    expect(account).toMatchObject({
      state: 'INVITED',
      passwordHash: null,
      passwordChangeRequired: false,
      initialPasswordExpiresAt: null,
      activatedAt: null,
      deactivatedAt: null,
    });
    expect(account.invitedAt).not.toEqual(EARLIER);
  });

  it('has to change an initial password, which ends', () => {
    const account = accountOf({ state: 'INVITED' });
    account.useInitialPassword('initial', LATER);
    expect(account).toMatchObject({
      state: 'INVITED',
      passwordHash: 'initial',
      passwordChangeRequired: true,
      initialPasswordExpiresAt: LATER,
    });
  });

  it('is active with its first own password', () => {
    const account = accountOf({ state: 'INVITED', activatedAt: null });
    account.useInitialPassword('initial', LATER);
    account.choosePassword('own');
    expect(account).toMatchObject({
      state: 'ACTIVE',
      passwordHash: 'own',
      passwordChangeRequired: false,
      initialPasswordExpiresAt: null,
      activatedAt: expect.any(Date),
    });
  });

  it('remembers since when it has been active', () => {
    const account = accountOf({ state: 'ACTIVE', activatedAt: EARLIER });
    account.choosePassword('next');
    expect(account.activatedAt).toBe(EARLIER);
  });

  it('that is deactivated has no password any more', () => {
    const account = accountOf({ state: 'ACTIVE', passwordHash: 'own' });
    account.deactivate();
    expect(account).toMatchObject({
      state: 'DEACTIVATED',
      passwordHash: null,
      deactivatedAt: expect.any(Date),
    });
    expect(account.canLogIn(NOW)).toBe(false);
  });
});
