import type { DomainError } from '../../platform/errors';
import { assertGoodPassword } from './password-policy';

async function refusalOf(password: string, context: readonly string[]): Promise<DomainError | undefined> {
  try {
    await assertGoodPassword(password, context, '/newPassword');
    return undefined;
  } catch (error) {
    return error as DomainError;
  }
}

async function verdict(password: string, context = ['Erika Müllerin', 'Musterfirma GmbH']): Promise<string> {
  return (await refusalOf(password, context))?.code ?? 'good';
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
    // Twelve characters, and just hard enough to guess.
    ['kunden x7Qmv', 'good'],
    ['Regenschirm tanzt leise '.repeat(11).slice(0, 256), 'good'],
    // What stands far behind does not make up for a beginning that everybody guesses.
    [`${'a'.repeat(64)} Regenschirm tanzt leise`, 'auth.password-weak'],
    ['kundenportalx7Qm', 'auth.password-weak'],
    ['portalportalx7Qmv', 'auth.password-weak'],
  ])('judges %s as %s', async (password, expected) => {
    expect(await verdict(password)).toBe(expected);
  });

  it.each([
    ['Zaerqvoeldwysskn', 'Zärqvöldwyßkn'],
    ['Zärqvöldwyßkn', 'Zärqvöldwyßkn'],
    ['Zuerqvueldwyzkn', 'Zürqvüldwyzkn'],
    // The longer word first: its rest alone would pass.
    ['Qwirzbfhlm-Qwirzbfhlm', 'Qwi Qwirzbfhlm'],
    ['Qwirzbfhlm-Qwirzbfhlm', 'Qwirzbfhlm Qwi'],
    ['Qwirzbfhlm-Qwirzbfhlm', 'Qwi+Qwirzbfhlm (Nord)'],
  ])('counts %s for nothing where it is made of %s', async (password, name) => {
    expect(await verdict(password, [name])).toBe('auth.password-weak');
    expect(await verdict(password)).toBe('good');
  });

  it('does not mind words that are in every other', async () => {
    expect(await verdict('xubobo-alxual', ['Al', 'Xu B. Bo'])).toBe('good');
  });

  it('says which field is at fault, and what would do', async () => {
    expect((await refusalOf('kurz', []))?.details).toEqual({ pointer: '/newPassword', values: { min: 12 } });
    expect((await refusalOf('passwortpasswort', []))?.details).toEqual({ pointer: '/newPassword' });
  });
});
