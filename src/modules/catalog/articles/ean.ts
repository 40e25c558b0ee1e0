import { comparisonKey } from '../../../platform/text/comparison-key';

const LENGTHS: readonly number[] = [8, 12, 13, 14];

/**
 * The digits of an EAN or GTIN, without the spaces and dashes that people type; nothing where the length or the check
 * digit is wrong.
 */
export function readEan(text: string): string | undefined {
  const digits = comparisonKey(text).replace(/[ -]/g, '');
  if (!/^\d+$/.test(digits) || !LENGTHS.includes(digits.length)) return undefined;
  return Number(digits.at(-1)) === checkDigit(digits.slice(0, -1)) ? digits : undefined;
}

/** Weights of 3 and 1 in turn, from the right. */
function checkDigit(digits: string): number {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, i) => total + Number(digit) * (i % 2 ? 1 : 3), 0);
  return (10 - (sum % 10)) % 10;
}
