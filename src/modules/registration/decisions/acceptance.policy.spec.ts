import { acceptedRole, assertPending } from './acceptance.policy';

it('lets staff decide once', () => {
  expect(() => assertPending({ state: 'PENDING' })).not.toThrow();
  expect(() => assertPending({ state: 'ACCEPTED' })).toThrow('registration.decided');
  expect(() => assertPending({ state: 'REJECTED' })).toThrow('registration.decided');
});

describe('Access for whoever registered', () => {
  const verified = { verifiedAt: new Date() };
  const unverified = { verifiedAt: null };

  it('has the role that staff chose', () => {
    expect(acceptedRole(verified, { role: 'USER' })).toBe('USER');
    expect(acceptedRole(verified, { role: 'MAIN_USER', acceptUnverified: false })).toBe('MAIN_USER');
  });

  it('needs a role', () => {
    expect(() => acceptedRole(verified, { acceptUnverified: true })).toThrow(
      expect.objectContaining({
        code: 'registration.role-missing',
        details: { pointer: '/registration/role' },
      }) as Error,
    );
  });

  it('needs a proven address, or somebody who takes it upon themselves', () => {
    for (const acceptUnverified of [undefined, false]) {
      expect(() => acceptedRole(unverified, { role: 'USER', acceptUnverified })).toThrow(
        expect.objectContaining({
          code: 'registration.unverified',
          details: { pointer: '/registration/acceptUnverified' },
        }) as Error,
      );
    }
    expect(acceptedRole(unverified, { role: 'USER', acceptUnverified: true })).toBe('USER');
  });
});
