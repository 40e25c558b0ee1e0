import type { MailDelivery } from '../../../platform/mail/mailer';
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
};

const mail = (day: string): MailDelivery => ({ createdAt: new Date(day) }) as MailDelivery;

describe('What staff see of an access', () => {
  it('is nothing where there never was one, whatever else is known', () => {
    expect(summaryOf(undefined)).toMatchObject({ state: 'NONE', role: null });
    expect(accessView('erika@example.org', undefined, [mail('2026-01-01')])).toEqual({
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
    expect(accessView('erika@example.org', account, [undefined, undefined])).toEqual({
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

  it('names the newest mail with credentials', () => {
    const [older, newer] = [mail('2026-01-01'), mail('2026-01-02')];
    for (const mails of [
      [older, newer],
      [newer, older],
      [undefined, newer],
    ]) {
      expect(accessView('', account, mails).credentialsMail).toBe(newer);
    }
  });
});
