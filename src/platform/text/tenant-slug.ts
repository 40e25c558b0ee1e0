import { comparisonKey } from './comparison-key';

/** The short name of a tenant in its one form: it is not case-sensitive. */
export function canonicalSlug(slug: string): string {
  return comparisonKey(slug);
}
