import type { MailDelivery } from '../../../mail/mailer';
import type { AccountView } from '../../auth';
import { accessView, summaryOf } from './portal-access';

const account: AccountView = {
  id: 'p',
  state: 'ACTIVE',
  role: 'MAIN_USER',
  email: 'erika@example.org',
  name: 'Erika',
  language: null,
  invitedAt: new Date('2026-01-01'),
  activatedAt: new Date('2026-01-02'),
  deactivatedAt: null,
  lastLoginAt: new Date('2026-01-03'),
  isActive: true,
};

const mail = { state: 'SENT' } as MailDelivery;

describe('What staff see of an access', () => {
  it('is nothing where there never was one, whatever else is known', () => {
    expect(summaryOf(undefined)).toMatchObject({ state: 'NONE', role: null });
    expect(accessView('erika@example.org', undefined, mail)).toEqual({
      state: 'NONE',
      role: null,
      login: null,
      invitedAt: null,
      activatedAt: null,
      deactivatedAt: null,
      lastLoginAt: null,
      credentialsMail: null,
    });
  });

  it('is state and role in the list', () => {
    expect(summaryOf(account)).toEqual({ state: 'ACTIVE', role: 'MAIN_USER' });
  });

  it('is everything that happened to it', () => {
    expect(accessView('erika@example.org', account, undefined)).toEqual({
      state: 'ACTIVE',
      role: 'MAIN_USER',
      login: 'erika@example.org',
      invitedAt: account.invitedAt,
      activatedAt: account.activatedAt,
      deactivatedAt: null,
      lastLoginAt: account.lastLoginAt,
      credentialsMail: null,
    });
  });

  it('tells what became of the mail with credentials', () => {
    expect(accessView('', account, mail).credentialsMail).toBe(mail);
  });
});
