import { manyLines, oneLine } from './normal-text';
import { passwordForm } from './password-form';
import { canonicalSlug } from './tenant-slug';
import { hasInvisible } from './visible';

const FORMAT = Array.from({ length: 0x110000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))
  .filter((character) => /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(character));

describe('A text in its normal form', () => {
  it('is composed, without the space around it', () => {
    expect(oneLine('  Mu\u0308ller\u00a0')).toBe('Müller');
    expect(manyLines('\r\nMu\u0308ller\r\nKo\u0308ln\n')).toBe('Müller\r\nKöln');
  });

  it('is empty where there is nothing to be read', () => {
    for (const blank of [' ', '\u2800', '\u3000\t']) expect(oneLine(blank)).toBe('');
    for (const blank of ['\u200b', '\u3164\n\ufeff', '\u2800\u200d']) expect(manyLines(blank)).toBe('');
  });

  it('keeps what belongs into texts of people', () => {
    for (const text of ['👩\u200d👩\u200d👧\u200d👦', 'Donau\u00addampf', 'נכון\u200f!', 'می\u200cخواهم']) {
      expect(manyLines(text)).toBe(text);
    }
  });
});

describe('Invisible characters', () => {
  it(`is found wherever it stands: each of ${FORMAT.length} characters`, () => {
    expect(FORMAT.length).toBeGreaterThan(400);
    const passed = FORMAT.filter(
      (hidden) =>
        ![`Mül${hidden}ler`, `Müller${hidden}`, `${hidden}Müller`].every((text) =>
          hasInvisible(oneLine(text)),
        ),
    );
    expect(passed).toEqual([]);
  });

  it.each([
    '🖨️ defekt',
    '👩\u200d👩\u200d👧\u200d👦',
    '1️⃣',
    '❤\u200d🔥',
    '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    'Müller & Söhne',
    'ÄÖÜ ß İ',
    '株式会社',
  ])('is not what belongs to %s', (text) => {
    expect(hasInvisible(text)).toBe(false);
  });

  it.each(['🏴\u{e0041}\u{e0042}\u{e007f}', 'a\ufe0f', '👩\u200d', '\u200d👩', '👩\u200d\u200d👩'])(
    'hides in no emoji: %j',
    (text) => {
      expect(hasInvisible(text)).toBe(true);
    },
  );
});

describe('The short name of a tenant', () => {
  it.each(['Musterhaus', 'MUSTERHAUS', ' musterhaus ', 'ｍusterhaus'])('is the same as %j', (typed) => {
    expect(canonicalSlug(typed)).toBe('musterhaus');
  });
});

describe('A password', () => {
  it('is one whichever keyboard wrote it', () => {
    const forms = ['grüner Käse 42', 'gru\u0308ner Ka\u0308se 42', 'grüner\u00a0Käse ４２'];
    expect(new Set(forms.map(passwordForm)).size).toBe(1);
    expect(passwordForm('Grüner')).not.toBe(passwordForm('grüner'));
  });
});
