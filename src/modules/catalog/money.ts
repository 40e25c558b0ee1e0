/** ISO 4217; every amount of the program is in it. */
export const CURRENCY = 'EUR';

/** The highest price that a single unit can have, in cents. */
export const MAX_PRICE_CENTS = 100_000_000;

/** 8.1 % is kept as 81 per mille: a rate must not drift as a fraction would. */
export function permilleOf(percent: number): number {
  return Math.round(percent * 10);
}

export function percentOf(permille: number): number {
  return permille / 10;
}
