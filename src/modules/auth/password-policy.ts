import { DEMO_PASSWORD } from '../../config/demo-password';
import { passwordForm } from '../../platform/text/password-form';
import { passwordLength, passwordWeak } from './auth.errors';
import { inAllSpellings, type Strength } from './password-strength/password-strength';

const MIN = 12;
const MAX = 256;
/** So many guesses, as a power of ten, are out of reach where attempts are limited and the hash is slow. */
const GUESSES = 9;

/**
 * Length in characters, and strength, as NIST 800-63B-4 has it: no rules of composition, but nothing that is easily guessed.
 * @param context what makes a password weak for this person: name, address, company, tenant, portal
 * @param strengthOf judges a password with the words of the context
 * @throws passwordLength, passwordWeak
 */
export async function assertGoodPassword(
  typed: string,
  context: readonly string[],
  pointer: string,
  strengthOf: (password: string, words: readonly string[]) => Promise<Strength>,
): Promise<void> {
  const password = passwordForm(typed);
  const length = Array.from(password).length;
  if (length < MIN || length > MAX) throw passwordLength({ pointer, values: { min: MIN } });
  if (password === DEMO_PASSWORD) throw passwordWeak.PUBLIC({ pointer });
  const { guesses, weakness } = await strengthOf(password, wordsOf(['kundenportal', 'portal', ...context]));
  if (guesses < GUESSES) throw passwordWeak[weakness]({ pointer });
}

/** Letters and digits only, as people write them: umlauts also as two letters. Longest first, so that none is left over in half. */
function wordsOf(context: readonly string[]): string[] {
  const words = context.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  return [...new Set(inAllSpellings(words))]
    .filter((word) => word.length > 2)
    .sort((a, b) => b.length - a.length);
}
