import fc from 'fast-check';
import { comparisonKey } from './comparison-key';

/** Everything that Unicode has given a meaning to. */
const CHARACTERS = Array.from({ length: 0x110000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))
  .filter((character) => !/[\p{Cn}\p{Co}]/u.test(character));
const FORMS = ['NFC', 'NFD', 'NFKC', 'NFKD'] as const;

describe('The key by which numbers and names are compared', () => {
  it.each([
    ['a space that does not break', 'QZ\u00a01', 'QZ 1'],
    ['several spaces', ' QZ \t\u2003 1 ', 'QZ 1'],
    ['a space of no width', 'QZ1\u200b', 'QZ1'],
    ['a mark of direction', '\u202eQZ1\u202c', 'QZ1'],
    ['a soft hyphen', 'QZ\u00ad1', 'QZ1'],
    ['a filler', 'QZ1\u3164', 'QZ1'],
    ['an umlaut of two characters', 'QA\u03081', 'QÄ1'],
    ['an umlaut that something invisible parts', 'QA\u200d\u03081', 'QÄ1'],
    ['full width', 'ＱＺ－１', 'QZ-1'],
    ['a hyphen that does not break', 'TN\u20112420', 'TN-2420'],
    ['a dash', 'TN–2420', 'TN-2420'],
    ['a minus', 'TN−2420', 'TN-2420'],
    ['case', 'k-10001', 'K-10001'],
    ['a sharp s', 'STRASSE', 'Straße'],
    ['a great sharp s', 'STRAẞE', 'Straße'],
    ['sigmas', 'ΣΑΣ', 'σας'],
    ['a dotted I', 'İ1', 'I\u03071'],
    ['a ligature', 'ﬁx', 'FIX'],
  ])('does not regard %s', (_, one, other) => {
    expect(comparisonKey(one)).toBe(comparisonKey(other));
  });

  it.each([
    ['a space where there is none', 'QZ 1', 'QZ1'],
    ['another dot', 'QZ.1', 'QZ1'],
    ['another umlaut', 'QÄ1', 'QAE1'],
    ['leading zeros', '0077', '77'],
  ])('regards %s', (_, one, other) => {
    expect(comparisonKey(one)).not.toBe(comparisonKey(other));
  });

  it(`is its own key, for each of ${CHARACTERS.length} characters`, () => {
    const wrong = CHARACTERS.filter((character) => {
      const key = comparisonKey(`${character}a${character}`);
      return comparisonKey(key) !== key;
    });
    expect(wrong).toEqual([]);
  });

  it('is the same for each form of each character', () => {
    const wrong = CHARACTERS.filter((character) => {
      const forms = [
        character.toLowerCase(),
        character.toUpperCase(),
        ...FORMS.map((form) => character.normalize(form)),
      ];
      const others = forms.filter((form) => form !== character);
      return others.some((other) => comparisonKey(`a${other}b`) !== comparisonKey(`a${character}b`));
    });
    expect(wrong).toEqual([]);
  });

  it('is its own key, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(comparisonKey(comparisonKey(text))).toBe(comparisonKey(text));
      }),
    );
  });
});
