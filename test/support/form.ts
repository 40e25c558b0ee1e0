/** The long form is for a quiet machine and takes up to hours; the short one is part of every check. */
const LONG = process.env.TEST_FORM === 'long';

/** The one place where the form is chosen: what differs between the two is named where it is used. */
export function inForm<T>({ short, long }: { readonly short: T; readonly long: T }): T {
  return LONG ? long : short;
}

/** Draws the same numbers again where TEST_SEED is what an earlier run reported. */
export const SEED = Number(process.env.TEST_SEED ?? Date.now() % 1_000_000_007);
