import { placeholderUnknown } from '../tickets.errors';

/** What a canned reply can leave open; whoever inserts it fills them in. */
export const PLACEHOLDERS = ['contactName', 'ticketNumber', 'staffName'] as const;

const PLACEHOLDER = /\{\{([^{}]*)\}\}/g;

/** A misspelt one would reach a customer as it is. @throws placeholderUnknown */
export function assertPlaceholdersKnown(body: string): void {
  for (const [placeholder, name = ''] of body.matchAll(PLACEHOLDER)) {
    if (PLACEHOLDERS.some((known) => known === name.trim())) continue;
    const known = PLACEHOLDERS.map((each) => `{{${each}}}`).join(', ');
    throw placeholderUnknown({ pointer: '/body', values: { placeholder, known } });
  }
}
