import type { DomainError } from '../../platform/errors';
import { assertGoodPassword } from './password-policy';
import { loadMeasure, type Measure } from './password-strength/password-strength';

let measure: Measure;

beforeAll(async () => {
  measure = await loadMeasure();
}, 60_000);

async function refusalOf(password: string, context: readonly string[]): Promise<DomainError | undefined> {
  try {
    await assertGoodPassword(password, context, '/newPassword', (...question) =>
      Promise.resolve(measure(...question)),
    );
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

/** As people answer when they are asked for twelve characters: a word, a year, something at the end. */
const BAD = [
  'Passwort123456!',
  'Willkommen2026!',
  'Sommer2026!!!',
  'Hallo12345678',
  'HalloWelt2026!',
  'GuteNacht2026!!',
  'ichliebedich123',
  'ich liebe dich 2026!',
  'P@ssw0rt1234',
  'P4ssw0rt2026!',
  'W1llk0mm3n2026!',
  'S0mm3r!2026!',
  'Geheim123456!',
  '!!Geheim!!2026!!',
  'Januar2026!!!!',
  'Dezember-2026-!',
  'Montag01012026',
  'Weihnachten2025!',
  'Herbst/Winter2026',
  'Fruehling2026!',
  'Administrator1!',
  'Admin#2026#Admin',
  'Schluessel2026!',
  'BayernMuenchen1900',
  'Borussia1909!!',
  'Mueller-Schmidt-1',
  'Passwort-Passwort',
  'DasIstMeinPasswort',
  'NeuesPasswort1!',
  'sicheresPasswort1',
  'HerzlichWillkommen',
  'Start2026Start2026',
  'Berlin2026!!!',
  'Deutschland2026',
  'Hauptstrasse12!',
  'Sonnenschein1!',
  'Drucker123456!',
  'Qwertz123456!',
  'qwertzuiopasdfg',
  'yxcvbnm12345',
  'asdfghjklöä12',
  '1q2w3e4r5t6z!',
  'Welcome12345!',
  'Summer2026!!',
  'LetMeIn123456',
  'ThisIsMyPassword1',
  'IloveYou2026!',
  'Change.Me.2026',
  'trustno1trustno1',
  'drowssap12345',
  '1qaz2wsx3edc',
  '!QAZ2wsx#EDC',
  'zaq12wsxcde3',
  'Qwer1234Asdf5678',
  'abcd1234!@#$',
  'abcdefghijklmnop',
  '12345678901234',
  '01.01.1970!!',
];

const GOOD = [
  'Regenschirm tanzt leise',
  'grüne Tasse singt',
  'mein Hund mag Käse sehr',
  'Haus am See Boot',
  'Kaffee Wolke Fahrrad',
  'Elf Igel backen Brot',
  'Der Mond schaut heute müde aus',
  'Zwölf blaue Elefanten',
  'Tante Frieda strickt Socken',
  'LampeTigerWolkeSeife',
  'kartoffelsalatmitgurke',
  'unser-alter-kater-schnurrt',
  'Bring mir bitte Tomaten mit',
  'Morgens trinke ich Tee',
  'correct horse battery staple',
  'purple giraffe eats quietly',
  'three old boats drift north',
  'my cat likes fish',
  'wombat-carpet-lunar',
  'the quick walrus sings',
  'we never paint on thursdays',
  'seven green lamps at home',
  'vKq!8zRw#2Lm',
  'a3f4b2a1c9d4e5f6',
];

describe('What people choose', () => {
  it.each(BAD)('is too easy: %s', async (password) => {
    expect(await verdict(password)).toBe('auth.password-weak');
  });

  it.each(GOOD)('is good: %s', async (password) => {
    expect(await verdict(password)).toBe('good');
  });

  it.each([
    ['Musterfirma2026!', 'Es besteht vor allem aus dem, was andere zuerst versuchen'],
    ['Mu5terf1rma!26', 'Es besteht vor allem aus dem, was andere zuerst versuchen'],
    ['qwertzuiopüasdf', 'Tasten der Tastatur'],
    ['abcdefghijklmnop', 'Es wiederholt sich'],
    ['Willkommen2026!', 'zu wenigen Wörtern'],
    ['Kundenportal-Demo-2026', 'Anleitung des Programms'],
  ])('is refused with the reason: %s', async (password, reason) => {
    expect((await refusalOf(password, ['Erika', 'Musterfirma']))?.texts.de).toContain(reason);
  });
});
