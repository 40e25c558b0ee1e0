import type { DomainError } from '../../platform/errors';
import { assertGoodPassword } from './password-policy';

function verdict(password: string): string {
  try {
    assertGoodPassword(password, ['Erika Müllerin', 'Musterfirma GmbH'], '/newPassword');
    return 'good';
  } catch (error) {
    return (error as DomainError).code;
  }
}

describe('assertGoodPassword', () => {
  it.each([
    ['kurz', 'auth.password-length'],
    ['x'.repeat(257), 'auth.password-length'],
    ['passwortpasswort', 'auth.password-weak'],
    ['aaaaaaaaaaaaaaaa', 'auth.password-weak'],
    ['Musterfirma2026', 'auth.password-weak'],
    ['Kundenportal1', 'auth.password-weak'],
    ['Kundenportal-Demo-2026', 'auth.password-weak'],
    ['ErikaMuellerin1', 'auth.password-weak'],
    ['Erika Müllerin', 'auth.password-weak'],
    ['MusterfirmaPortalErika', 'auth.password-weak'],
    ['Erika hat drei grüne Regenschirme', 'good'],
    ['🦊🐢🦉🐝🦔🐍🦀🐙🦑🐳🦩', 'auth.password-length'],
    ['Regenschirm tanzt leise', 'good'],
    ['日本語のパスワードは長いほど良い', 'good'],
  ])('judges %s as %s', (password, expected) => {
    expect(verdict(password)).toBe(expected);
  });
});
