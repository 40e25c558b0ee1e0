import { comparisonKey } from './comparison-key';

/** The short name of a tenant in its one form: nobody should have to remember how it is capitalised. */
export function canonicalSlug(slug: string): string {
  return comparisonKey(slug);
}
