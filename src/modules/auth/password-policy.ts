import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as german } from '@zxcvbn-ts/language-de';
import { DEMO_PASSWORD } from '../../config/demo-password';
import { passwordLength, passwordWeak } from './auth.errors';

const MIN = 12;
const MAX = 256;
/** 3 of 4: safely unguessable where attempts are limited and the hash is slow. */
const SCORE = 3;
/** More characters add nothing to the score, only time. */
const JUDGED = 64;

let judge: ZxcvbnFactory | undefined;

/**
 * Length in characters, and strength, as NIST 800-63B-4 has it: no rules of composition, but nothing that is easily guessed.
 * @param context words that make a password weak for this person: name, address, company, portal
 * @throws passwordLength, passwordWeak
 */
export function assertGoodPassword(password: string, context: readonly string[], pointer: string): void {
  const length = Array.from(password).length;
  if (length < MIN || length > MAX) throw passwordLength({ pointer, values: { min: MIN } });
  // The dictionaries are big: they are loaded when the first password is judged.
  judge ??= new ZxcvbnFactory({ graphs: adjacencyGraphs, dictionary: { ...common, ...german } });
  const words = ['kundenportal', 'portal', ...context.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u))];
  const { score } = judge.check(
    password.slice(0, JUDGED),
    words.filter((word) => word.length > 2),
  );
  if (score < SCORE || password === DEMO_PASSWORD) throw passwordWeak({ pointer });
}
