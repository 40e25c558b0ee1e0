import fc from 'fast-check';
import { comparisonKey } from '../src/platform/text/comparison-key';
import { emailKey } from '../src/platform/text/email-address';
import { oneLine } from '../src/platform/text/normal-text';
import { asSuperuser } from './support/database';
import { SEED } from './support/form';
import { spellingsOf } from './support/spellings';

/** Everything that can be stored, whether it has a meaning yet or not. */
const CHARACTERS = Array.from({ length: 0x110000 }, (_, code) => code)
  .filter((code) => code > 0 && (code < 0xd800 || code > 0xdfff))
  .map((code) => String.fromCodePoint(code));

const FORMS: Readonly<Record<string, (text: string) => string>> = {
  'numbers and names': (text) => comparisonKey(`a${text}b`),
  addresses: (text) => emailKey(`a${text}b@kunde.example`),
  texts: (text) => oneLine(`a${text}b`),
};

interface Judgement {
  readonly total: number;
  readonly distinct: number;
  readonly folded: boolean;
}

/** What is folded here is compared there: both must agree what is the same, whatever the locale of the database. */
describe('JavaScript and PostgreSQL', () => {
  const judged = async (keys: readonly string[]): Promise<Judgement> => {
    const [judgement] = await asSuperuser<Judgement & Record<string, unknown>>(
      `SELECT count(*)::int AS total, count(DISTINCT k)::int AS distinct, bool_and(k = lower(k COLLATE "C")) AS folded
       FROM unnest($1::text[]) k`,
      [keys],
    );
    return judgement!;
  };

  it.each(Object.entries(FORMS))('agree about %s, over all of Unicode', async (what, form) => {
    const keys = CHARACTERS.map(form);
    const { total, distinct, folded } = await judged(keys);
    expect({ total, distinct }).toEqual({ total: CHARACTERS.length, distinct: new Set(keys).size });
    expect(folded).toBe(what !== 'texts');
  });

  it('agree about pairs of spellings', async () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    const texts = fc.sample(fc.oneof(words, fc.constantFrom('Müller-Straße 12', 'QZ 1', 'İzmir ΣΑΣ')), {
      numRuns: 500,
      seed: SEED,
    });
    const pairs = texts.flatMap((text) => spellingsOf(text).map((spelling) => [text, spelling] as const));
    const keys = pairs.map((pair) => pair.map(comparisonKey) as [string, string]);
    const equal = await asSuperuser<{ same: boolean }>(
      'SELECT a = b AS same FROM unnest($1::text[], $2::text[]) WITH ORDINALITY w (a, b, n) ORDER BY n',
      [keys.map(([a]) => a), keys.map(([, b]) => b)],
    );
    expect(equal.map(({ same }) => same)).toEqual(keys.map(([a, b]) => a === b));
  });
});
