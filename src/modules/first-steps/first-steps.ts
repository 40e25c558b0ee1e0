/** What a new admin does first, in the order in which it makes sense. */
export const FIRST_STEPS = [
  'BRAND',
  'SENDER',
  'CUSTOMERS',
  'CONTACTS',
  'ARTICLES',
  'DEVICES',
  'INVITATION',
] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

/** Skipped instead of each of them: the list is not wanted any more. */
export const ALL = 'ALL';

export interface FirstStepsView {
  readonly dismissed: boolean;
  readonly steps: readonly { readonly step: FirstStep; readonly state: 'OPEN' | 'DONE' | 'SKIPPED' }[];
}

/** What is done is done, also where it was skipped before. */
export function viewOf(done: ReadonlySet<string>, skipped: ReadonlySet<string>): FirstStepsView {
  return {
    dismissed: skipped.has(ALL),
    steps: FIRST_STEPS.map((step) => ({
      step,
      state: done.has(step) ? 'DONE' : skipped.has(step) ? 'SKIPPED' : 'OPEN',
    })),
  };
}
