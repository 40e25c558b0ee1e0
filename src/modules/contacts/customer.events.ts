import { defineEvent } from '../../platform/events/domain-event';

type Visibility = 'PUBLIC' | 'INTERNAL';

/** Something of a customer is different: what is kept of it, its people and their access, its devices or its shops. */
export const customerChanged = defineEvent<{
  readonly customerId: string;
  /** Whether its contacts see it as well: its name and theirs, their access, their devices, their shops. */
  readonly visibility: Visibility;
}>('customer.changed');

/** Of the rows that are written at once: whoever looks at one of many customers sees what is new when they come back. */
const MOST_AT_ONCE = 20;

/** What is told of rows of a file, which belong to these customers. */
export function changesOf(
  customerIds: Iterable<string>,
  visibility: Visibility = 'INTERNAL',
): { readonly customerId: string; readonly visibility: Visibility }[] {
  return [...new Set(customerIds)].slice(0, MOST_AT_ONCE).map((customerId) => ({ customerId, visibility }));
}
