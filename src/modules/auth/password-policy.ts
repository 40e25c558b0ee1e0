import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { DEMO_PASSWORD } from '../../config/demo-password';
import { passwordForm } from '../../platform/text/password-form';
import { passwordLength, passwordWeak } from './auth.errors';

const MIN = 12;
const MAX = 256;
/** 3 of 4: safely unguessable where attempts are limited and the hash is slow. */
const SCORE = 3;
/** More characters add nothing to the score, only time. */
const JUDGED = 64;

const SPELLED: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

let judge: Promise<ZxcvbnFactory> | undefined;

/**
 * Length in characters, and strength, as NIST 800-63B-4 has it: no rules of composition, but nothing that is easily guessed.
 * @param context words that make a password weak for this person: name, address, company, portal
 * @throws passwordLength, passwordWeak
 */
export async function assertGoodPassword(
  typed: string,
  context: readonly string[],
  pointer: string,
): Promise<void> {
  const password = passwordForm(typed);
  const length = Array.from(password).length;
  if (length < MIN || length > MAX) throw passwordLength({ pointer, values: { min: MIN } });
  judge ??= loadJudge();
  const words = wordsOf(['kundenportal', 'portal', ...context]);
  const { score } = (await judge).check(without(words, password).slice(0, JUDGED), words);
  if (score < SCORE || password === DEMO_PASSWORD) throw passwordWeak({ pointer });
}

/** When the first password is judged: the dictionaries are big, and most processes never need them. */
async function loadJudge(): Promise<ZxcvbnFactory> {
  const core = await import('@zxcvbn-ts/core');
  const { adjacencyGraphs: graphs, dictionary: common } = await import('@zxcvbn-ts/language-common');
  const { dictionary: german } = await import('@zxcvbn-ts/language-de');
  return new core.ZxcvbnFactory({ graphs, dictionary: { ...common, ...german } });
}

/** Letters and digits only, as people write them: umlauts also as two letters. Longest first, so that none is left over in half. */
function wordsOf(context: readonly string[]): string[] {
  const words = context.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const spelled = words.map((word) => word.replace(/[äöüß]/g, (letter) => SPELLED[letter] ?? letter));
  return [...words, ...spelled].filter((word) => word.length > 2).sort((a, b) => b.length - a.length);
}

/** What the words of the context add to a password is nothing: the rest has to be hard to guess by itself. */
function without(words: readonly string[], password: string): string {
  return password.replace(new RegExp(words.join('|'), 'giu'), ' ');
}
